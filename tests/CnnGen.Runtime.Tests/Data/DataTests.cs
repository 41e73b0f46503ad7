using System.IO.Compression;

namespace CnnGen.Data.Tests;

public sealed class DataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadsPlainAndZippedFiles(bool zipped)
    {
        byte[] file = Idx([2, 3, 2], [.. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        IdxArray array = IdxArray.Read(Write("array", file, zipped));
        Assert.Equal([2, 3, 2], array.Shape);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (byte)i), array.Values);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryTruncationIsRejected(bool zipped)
    {
        byte[] file = Idx([2, 5], new byte[10]);
        for (int length = 0; length < file.Length; length++)
        {
            string path = Write("array", file[..length], zipped);
            var exception = Assert.Throws<InvalidDataException>(() => IdxArray.Read(path));
            Assert.Contains(path, exception.Message);
            Assert.Contains("expected", exception.Message);
        }
    }

    [Fact]
    public void TruncatedZipIsRejected()
    {
        byte[] pixels = new byte[5000];
        new Random(3).NextBytes(pixels);
        string path = Write("array", Idx([5000], pixels), zipped: true);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..3000]);
        Assert.Throws<InvalidDataException>(() => IdxArray.Read(path));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 1, 2, 3 }, "expected 2 bytes for 2, found more")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 9, 1, 2, 3 }, "expected 9 bytes for 9, found 3")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0 }, "found 00000D01")]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 1, 0 }, "found 01000801")]
    [InlineData(new byte[] { 0, 0, 8, 0, 0 }, "found 00000800")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0, 0, 0 }, "dimension 0 = 4278190080")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7F, 0, 0, 0, 0x7F, 0, 0, 0 }, "dimension 1 = 2130706432")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 1, 0, 0, 0, 1, 0, 0 }, "dimension 1")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x7F, 0, 0, 0 }, "expected 2130706432 bytes")]
    public void MalformedFileIsRejected(byte[] file, string expected)
    {
        var exception = Assert.Throws<InvalidDataException>(() => IdxArray.Read(new MemoryStream(file)));
        Assert.Contains(expected, exception.Message);
    }

    [Theory]
    [InlineData('-', false)]
    [InlineData('.', false)]
    [InlineData('-', true)]
    [InlineData('.', true)]
    public void LoadsMnistUnderItsUsualNames(char separator, bool zipped)
    {
        WriteMnist(separator, zipped, labels: [1, 2, 9]);
        (ImageDataset train, ImageDataset test) = Mnist.Load(_folder);
        Assert.Equal((3, 1, 4, 5), (train.Count, train.Channels, train.Height, train.Width));
        Assert.Equal([1, 2, 9], train.Labels.ToArray());
        Assert.Equal(3, test.Count);
        Assert.Equal(20, train.Image(2)[0] - train.Image(1)[0]);
        Assert.Equal(60, train.Pixels.Length);
    }

    [Fact]
    public void MnistNamesWhatIsMissingOrWrong()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => Mnist.Load(_folder));
        Assert.Contains("train-images-idx3-ubyte", missing.Message);
        WriteMnist('-', zipped: false, labels: [1, 10, 2]);
        var label = Assert.Throws<InvalidDataException>(() => Mnist.Load(_folder));
        Assert.Contains("label 10 at index 1: expected 0 to 9", label.Message);
        WriteMnist('-', zipped: false, labels: [1, 2]);
        var count = Assert.Throws<InvalidDataException>(() => Mnist.Load(_folder));
        Assert.Contains("expected 3 labels, found 2", count.Message);
    }

    [Fact]
    public void CopyBatchNormalises()
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * 37).Select(i => (byte)(i * 7))];
        var data = new ImageDataset(pixels, [5, 6, 7], 1, 1, 37);
        float[] images = new float[2 * 37];
        int[] labels = new int[2];
        data.CopyBatch([2, 0], images, labels, mean: 0.3f, std: 0.5f);
        Assert.Equal([7, 5], labels);
        for (int i = 0; i < 37; i++)
        {
            Assert.Equal((pixels[74 + i] / 255.0 - 0.3) / 0.5, images[i], 1e-6);
            Assert.Equal((pixels[i] / 255.0 - 0.3) / 0.5, images[37 + i], 1e-6);
        }

        // The same byte gives the same float wherever it lies.
        (float Value, byte Pixel)[] pairs = [.. images.Zip(pixels[74..].Concat(pixels[..37]))];
        Assert.All(pairs.GroupBy(pair => pair.Pixel), group => Assert.Single(group.Distinct()));
    }

    [Fact]
    public void CopyBatchRefusesWhatDoesNotFit()
    {
        var data = new ImageDataset(new byte[8], [0, 1], 1, 2, 2);
        float[] images = [1, 2, 3, 4];
        int[] labels = [9];
        Assert.Throws<ArgumentException>(() => data.CopyBatch([2], images, labels));
        Assert.Throws<ArgumentException>(() => data.CopyBatch([-1], images, labels));
        Assert.Throws<ArgumentException>(() => data.CopyBatch([0, 1], images, labels));
        Assert.Equal([1f, 2, 3, 4], images);
        Assert.Equal([9], labels);
        Assert.Throws<ArgumentException>(() => new ImageDataset(new byte[7], [0, 1], 1, 2, 2));
    }

    [Fact]
    public void StatisticsAndShuffle()
    {
        var data = new ImageDataset([0, 255, 0, 255], [0, 1, 0, 1], 1, 1, 1);
        Assert.Equal((0.5f, 0.5f), data.Statistics());
        Assert.Equal(data.ShuffledIndices(4), data.ShuffledIndices(4));
        Assert.Equal([0, 1, 2, 3], data.ShuffledIndices(4).Order());
    }

    private void WriteMnist(char separator, bool zipped, byte[] labels)
    {
        foreach (string part in new[] { "train", "t10k" })
        {
            byte[] pixels = [.. Enumerable.Range(0, 60).Select(i => (byte)i)];
            Write($"{part}-images{separator}idx3-ubyte", Idx([3, 4, 5], pixels), zipped);
            Write($"{part}-labels{separator}idx1-ubyte", Idx([labels.Length], labels), zipped);
        }
    }

    private string Write(string name, byte[] bytes, bool zipped)
    {
        string path = Path.Combine(_folder, name + (zipped ? ".gz" : ""));
        using Stream file = File.Create(path);
        using Stream stream = zipped ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(bytes);
        return path;
    }

    private static byte[] Idx(int[] shape, byte[] values) =>
        [0, 0, 8, (byte)shape.Length, .. shape.SelectMany(d => BitConverter.GetBytes(d).Reverse()), .. values];
}
