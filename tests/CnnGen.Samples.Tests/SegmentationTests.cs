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

    /// <summary>The build of the sample writes the diagram beside UNet.cs: a line for each layer.</summary>
    [Fact]
    public void The_diagram_is_that_of_the_network()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SampleFolder(), "SegmentationSample.UNet.mmd"));
        Assert.Equal(["%% UNet, drawn by CnnGen", "flowchart TB", "    v0([\"input<br/>3×64×64\"])"], lines[..3]);
        Assert.Equal(
            UNet.Info.Layers.Select(layer => $"{layer.Name} {layer.Kind}<br/>{string.Join('×', layer.OutputShape)}".Trim()),
            lines.Where(line => line.Contains("<br/>", StringComparison.Ordinal) && line.Contains("[\"", StringComparison.Ordinal)
                && !line.Contains("([", StringComparison.Ordinal)).Select(line => line.Split('"')[1]));

        static string SampleFolder([System.Runtime.CompilerServices.CallerFilePath] string thisFile = "") =>
            Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "samples", "Segmentation");
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
