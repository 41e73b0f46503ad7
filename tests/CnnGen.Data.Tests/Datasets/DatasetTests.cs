namespace CnnGen.Data.Tests;

public sealed class DatasetTests
{
    private static readonly ImageShape Pixel = new(1, 1, 1);

    [Fact]
    public void SplitIsStratifiedAndDependsOnTheSeedAlone()
    {
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i < 900 ? 0 : i < 997 ? 1 : 2)];
        var data = new ArrayDataset([.. Enumerable.Range(0, 1000).Select(i => (float)i)], labels, Pixel);
        (Subset train, Subset validation) = data.Split(0.1, seed: 3);
        int[] chosen = validation.Indices.ToArray();
        Assert.Equal([90, 10, 1], Enumerable.Range(0, 3).Select(label => chosen.Count(index => labels[index] == label)));
        Assert.Equal(Enumerable.Range(0, 1000), train.Indices.ToArray().Concat(chosen).Order());
        Assert.Equal(chosen, data.Split(0.1, seed: 3).Validation.Indices.ToArray());
        Assert.NotEqual(chosen, data.Split(0.1, seed: 4).Validation.Indices.ToArray());
        float[] image = new float[1];
        int[] label = new int[1];
        validation.ReadImage(5, image);
        validation.ReadLabels(100, label);
        Assert.Equal(validation.Indices[5], image[0]);
        Assert.Equal(2, label[0]);
    }

    [Fact]
    public void SplitOfMasksIsDrawnFromAllSamples()
    {
        (Subset train, Subset validation) = NumberedImages.WithMasks(20, new ImageShape(1, 2, 2)).Split(0.25);
        Assert.Equal((15, 5, 4), (train.Count, validation.Count, validation.LabelLength));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void ShareOutsideIsRefused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberedImages.Of(4, Pixel).Split(share));

    [Fact]
    public void ArraysBecomeImagesAndLabelsOrMasks()
    {
        var images = new TensorArray([2, 3, 4], [.. Enumerable.Range(0, 24).Select(i => (float)i)]);
        ArrayDataset labelled = ArrayDataset.From(images, new TensorArray([2], [1, 4]));
        Assert.Equal((new ImageShape(1, 3, 4), 1, 5), (labelled.Shape, labelled.LabelLength, labelled.ClassNames.Count));
        ArrayDataset masked = ArrayDataset.From(images, new TensorArray([2, 3, 4], new float[24]), ["sky"]);
        Assert.Equal((12, "sky"), (masked.LabelLength, masked.ClassNames[0]));
    }

    [Fact]
    public void ArraysThatDoNotFitAreRefused()
    {
        var images = new TensorArray([2, 3, 4], new float[24]);
        Check("labels: expected 2, or 2×3×4 for masks, found 3", images, new TensorArray([3], [0, 0, 0]));
        Check("images: expected count×channels×height×width, found 24", new TensorArray([24], new float[24]), images);
        Check("label 0.5 at position 1: expected a whole number", images, new TensorArray([2], [0, 0.5f]));
        Check("label -1 at position 0", images, new TensorArray([2], [-1, 0]));

        static void Check(string expected, TensorArray images, TensorArray labels) =>
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => ArrayDataset.From(images, labels)).Message);
    }
}
