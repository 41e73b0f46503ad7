using CnnGen.Samples.Imaging;

namespace CnnGen.Samples.Tests;

/// <summary>PNG files: written and read again, read from another encoder (Pngs/make_pngs.py), and damaged.</summary>
public sealed class PngTests : IDisposable
{
    private static readonly string Pngs = Path.Combine(AppContext.BaseDirectory, "Pngs");
    private readonly string _folder = Directory.CreateTempSubdirectory("png-прöbe-").FullName;

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Pngs, "*.png").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private string File => Path.Combine(_folder, "größe.png");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(31, 1)]
    [InlineData(17, 23)]
    [InlineData(256, 100)]
    public void What_was_written_is_read(int width, int height)
    {
        byte[] rgb = SomePixels(width, height);
        Png.Write(File, width, height, rgb);
        Picture picture = Png.Read(File);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal(rgb, picture.Rgb);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_every_colour_type_depth_and_filter(string name)
    {
        Picture picture = Png.Read(Path.Combine(Pngs, name + ".png"));
        Assert.Equal((7, 11), (picture.Width, picture.Height));
        Assert.Equal(System.IO.File.ReadAllBytes(Path.Combine(Pngs, name + ".rgb")), picture.Rgb);
    }

    [Fact]
    public void A_changed_byte_is_noticed_wherever_it_is()
    {
        Png.Write(File, 5, 3, SomePixels(5, 3));
        byte[] good = System.IO.File.ReadAllBytes(File);
        for (int i = 0; i < good.Length; i++)
        {
            byte[] bad = [.. good];
            bad[i] ^= 0x10;
            Fails(bad);
        }
    }

    [Fact]
    public void A_short_file_is_noticed_wherever_it_ends()
    {
        Png.Write(File, 5, 3, SomePixels(5, 3));
        byte[] good = System.IO.File.ReadAllBytes(File);
        for (int length = 0; length < good.Length; length++)
        {
            Fails(good[..length]);
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("P6 3 4 255 and so on", "not a PNG")]
    public void Other_files_are_named_so(string content, string message)
    {
        string text = Fails(System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Contains(message, text);
        Assert.Contains(File, text);
    }

    [Fact]
    public void A_size_that_the_file_cannot_hold_is_refused_before_memory_is_taken()
    {
        var header = new byte[] { 0, 0, 0x50, 0, 0, 0, 0x50, 0, 8, 2, 0, 0, 0 };
        Assert.Contains("too short", Fails(Chunks(header)));
        header[0] = 0x7F;
        Assert.Contains("not supported", Fails(Chunks(header)));
    }

    [Fact]
    public void An_interlaced_file_is_refused() =>
        Assert.Contains("interlaced", Fails(Chunks([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 1])));

    [Fact]
    public void Pixels_must_fit_the_size() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Png.Write(File, 3, 4, new byte[35]));

    private static byte[] Chunks(byte[] header) =>
        PngChunk.WriteAll(new PngChunk("IHDR", header), new PngChunk("IDAT", new byte[20]), new PngChunk("IEND", default));

    private static byte[] SomePixels(int width, int height)
    {
        var random = new Random(width * height);
        return [.. Enumerable.Range(0, 3 * width * height).Select(i => (byte)(i / 3 % width + random.Next(20)))];
    }

    private string Fails(byte[] content)
    {
        System.IO.File.WriteAllBytes(File, content);
        return Assert.Throws<InvalidDataException>(() => Png.Read(File)).Message;
    }
}
