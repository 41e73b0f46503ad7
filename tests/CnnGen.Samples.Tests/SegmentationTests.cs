using SegmentationSample;
using SegmentationSample.Drawing;

namespace CnnGen.Samples.Tests;

/// <summary>The images of samples/Segmentation, and its measure.</summary>
public class SegmentationTests
{
    [Fact]
    public void A_number_stands_for_one_image()
    {
        var images = new ShapeImages(2).Draw(5);
        var later = new ShapeImages(1).Draw(6);
        Assert.True(images.Images[ShapeScene.ImageLength..].SequenceEqual(later.Images));
        Assert.True(images.Masks[ShapeScene.Pixels..].SequenceEqual(later.Masks));
        Assert.False(images.Images[..ShapeScene.ImageLength].SequenceEqual(later.Images));
    }

    [Fact]
    public void Shapes_of_all_classes_occur()
    {
        int[] masks = new ShapeImages(50).Draw(1).Masks.ToArray();
        Assert.Equal(Enumerable.Range(0, ShapeClasses.Count), masks.Distinct().Order());
    }

    [Fact]
    public void Overlaps_are_intersections_over_unions()
    {
        var evaluation = new Evaluation(new ShapeImages(3).Draw(1));
        double mean = evaluation.Run(new UNet(1));
        (int Truth, int Predicted)[] pixels = [.. evaluation.Images.Masks.ToArray().Zip(evaluation.Predicted.ToArray())];
        for (int c = 0; c < ShapeClasses.Count; c++)
        {
            double union = pixels.Count(pixel => pixel.Truth == c || pixel.Predicted == c);
            Assert.Equal(union == 0 ? 1 : pixels.Count(pixel => pixel == (c, c)) / union, evaluation.Overlaps[c], 12);
        }

        Assert.Equal(evaluation.Overlaps.Average(), mean);
    }
}
