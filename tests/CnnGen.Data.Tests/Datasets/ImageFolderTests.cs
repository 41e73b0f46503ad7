namespace CnnGen.Data.Tests;

/// <summary>Folders of files whose only byte is their pixel; what decodes real images has tests of its own.</summary>
public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageShape Pixel = new(1, 1, 1);
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-bilder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ClassesAndFilesAreSortedByName()
    {
        Write("žirafa/ž.png", 4);
        Write("cat/b.JPG", 2);
        Write("cat/a.png", 1);
        Write("Dog/more/猫.bmp", 0);
        Write("Dog/notes.txt", 99);
        Write("cat/.hidden.png", 99);
        Write(".git/x.png", 99);
        using var data = new ImageFolder(_folder, Pixel, () => Read);
        Assert.Equal(["Dog", "cat", "žirafa"], data.ClassNames);
        Assert.Equal(["猫.bmp", "a.png", "b.JPG", "ž.png"], Enumerable.Range(0, data.Count).Select(i => Path.GetFileName(data.PathOf(i))));
        ArrayDataset memory = data.ToMemory(new Normalize(0, 2));
        float[] image = new float[1];
        int[] label = new int[1];
        int[] labels = [0, 1, 1, 2];
        for (int i = 0; i < 4; i++)
        {
            memory.ReadImage(i, image);
            memory.ReadLabels(i, label);
            Assert.Equal((new[] { 0, 1, 2, 4 }[i] / 2f, labels[i]), (image[0], label[0]));
        }

        Assert.Equal(data.ClassNames, memory.ClassNames);
    }

    [Fact]
    public void UnreadableFileIsNamedOrLeftOut()
    {
        Write("a/1.png", 1);
        Write("a/2.png", 255);
        Write("b/3.png", 3);
        using var data = new ImageFolder(_folder, Pixel, () => Read);
        using var loader = new DataLoader(data, 3);
        var exception = Assert.Throws<DataLoadException>(() => loader.Epoch(0).GetEnumerator().MoveNext());
        Assert.Contains($"'{Path.Combine(_folder, "a", "2.png")}': no image", exception.Message);

        ImageFolder sound = data.WithoutUnreadable();
        Assert.Equal((2, 1), (sound.Count, sound.Unreadable.Count));
        Assert.Contains("2.png", sound.Unreadable[0]);
        Assert.Equal(2, sound.ToMemory().Count);
        File.Delete(Path.Combine(_folder, "b", "3.png"));
        Assert.Equal(1, data.WithoutUnreadable().Count);
    }

    [Fact]
    public void EveryThreadHasItsReader()
    {
        for (int i = 0; i < 40; i++)
        {
            Write($"c/{i}.png", (byte)i);
        }

        int readers = 0;
        using var data = new ImageFolder(_folder, Pixel, () =>
        {
            Interlocked.Increment(ref readers);
            int users = 0;
            return (path, image) =>
            {
                Assert.Equal(1, Interlocked.Increment(ref users));
                Thread.Sleep(2);
                Read(path, image);
                Interlocked.Decrement(ref users);
            };
        });
        using var loader = new DataLoader(data, 2, new LoaderOptions { Threads = 3 });
        foreach (Batch batch in loader.Epoch(0))
        {
        }

        Assert.InRange(readers, 1, 3);
    }

    [Fact]
    public void FoldersWithoutImagesAreRefused()
    {
        Assert.Throws<DirectoryNotFoundException>(() => new ImageFolder(Path.Combine(_folder, "none"), Pixel, () => Read));
        Check("expected a folder for each class, found none");
        Write("a/1.png", 1);
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        Check($"'{Path.Combine(_folder, "b")}': expected images (.png, .jpg, .jpeg, .bmp), found none");

        void Check(string expected) =>
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => new ImageFolder(_folder, Pixel, () => Read)).Message);
    }

    private static void Read(string path, Span<float> image)
    {
        byte pixel = File.ReadAllBytes(path)[0];
        image[0] = pixel != 255 ? pixel : throw new InvalidDataException("no image");
    }

    private void Write(string name, byte pixel)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, [pixel]);
    }
}
