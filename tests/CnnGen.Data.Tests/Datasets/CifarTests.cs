namespace CnnGen.Data.Tests;

/// <summary>Records made here, since the official ones cannot be carried along: pixel i of record n is n + i, modulo 256.</summary>
public sealed class CifarTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-cifär-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("cifar-10-batches-bin")]
    public void ReadsTheSixFilesInOrder(string inner)
    {
        Write10(Path.Combine(_folder, inner));
        (ImageDataset train, ImageDataset test) = Cifar.Load10(_folder);
        Assert.Equal((10, 1, new ImageShape(3, 32, 32)), (train.Count, test.Count, train.Shape));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], train.Labels.ToArray());
        Assert.Equal("airplane", train.ClassNames[0]);
        Assert.Equal(Enumerable.Range(0, 3072).Select(i => (byte)(7 + i)), train.Image(7).ToArray());
        float[] image = new float[3072];
        train.ReadImage(7, image);
        Assert.Equal(9 / 255f, image[2], 1e-7f);
    }

    [Fact]
    public void ReadsNamesOfClasses()
    {
        Write10(_folder);
        File.WriteAllText(Path.Combine(_folder, "batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        Assert.Equal("j", Cifar.Load10(_folder).Test.ClassNames[9]);
        File.WriteAllText(Path.Combine(_folder, "batches.meta.txt"), "a\nb\n");
        Assert.Contains("expected 10 lines, found 2", Assert.Throws<InvalidDataException>(() => Cifar.Load10(_folder)).Message);
    }

    [Fact]
    public void ReadsFineAndCoarseLabels()
    {
        File.WriteAllBytes(Path.Combine(_folder, "train.bin"), [.. Record(1, 19, 99), .. Record(2, 0, 5)]);
        File.WriteAllBytes(Path.Combine(_folder, "test.bin"), Record(3, 4, 50));
        Assert.Equal([99, 5], Cifar.Load100(_folder).Train.Labels.ToArray());
        Assert.Equal([19, 0], Cifar.Load100(_folder, coarse: true).Train.Labels.ToArray());
        Assert.Equal((byte)3, Cifar.Load100(_folder).Test.Image(0)[0]);
        File.WriteAllBytes(Path.Combine(_folder, "test.bin"), Record(3, 20, 50));
        string message = Assert.Throws<InvalidDataException>(() => Cifar.Load100(_folder, coarse: true)).Message;
        Assert.Contains("label 20 in record 0: expected 0 to 19", message);
    }

    [Fact]
    public void DamagedAndMissingFilesAreNamed()
    {
        Write10(_folder);
        string path = Path.Combine(_folder, "data_batch_3.bin");
        byte[] whole = File.ReadAllBytes(path);
        foreach (byte[] damaged in (byte[][])[[], whole[..^1], [.. whole, 0]])
        {
            File.WriteAllBytes(path, damaged);
            string message = Assert.Throws<InvalidDataException>(() => Cifar.Load10(_folder)).Message;
            Assert.Contains(path, message);
            Assert.Contains($"expected records of 3073 bytes, found {damaged.Length}", message);
        }

        File.Delete(path);
        Assert.Contains("found no data_batch_3.bin", Assert.Throws<FileNotFoundException>(() => Cifar.Load10(_folder)).Message);
    }

    private static void Write10(string folder)
    {
        Directory.CreateDirectory(folder);
        for (int file = 0; file < 5; file++)
        {
            byte[] records = [.. Record(2 * file, 2 * file), .. Record(2 * file + 1, 2 * file + 1)];
            File.WriteAllBytes(Path.Combine(folder, $"data_batch_{file + 1}.bin"), records);
        }

        File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), Record(20, 0));
    }

    private static byte[] Record(int number, params byte[] labels) =>
        [.. labels, .. Enumerable.Range(0, 3072).Select(i => (byte)(number + i))];

    private static byte[] Record(int number, int label) => Record(number, [(byte)label]);
}
