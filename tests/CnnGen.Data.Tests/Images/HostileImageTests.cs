using System.Buffers.Binary;
using System.IO.Compression;
using CnnGen.Images;

namespace CnnGen.Data.Tests.Images;

/// <summary>What is no image, or a damaged or huge one, is refused with the reason, and nothing else happens.</summary>
public sealed class HostileImageTests
{
    private static readonly string Goldens = Path.Combine(AppContext.BaseDirectory, "Images", "Goldens");

    private static readonly ImageLoader Loader = new(8, 8);

    public static TheoryData<byte[], string> NoImages => new()
    {
        { [], "the image: expected a PNG or JPEG image, found no bytes" },
        { "GIF89a"u8.ToArray(), "the image: expected a PNG or JPEG image, found a GIF" },
        { "BM and so on"u8.ToArray(), "the image: expected a PNG or JPEG image, found a BMP" },
        { "RIFF....WEBPVP8 "u8.ToArray(), "the image: expected a PNG or JPEG image, found a WebP" },
        { "hello"u8.ToArray(), "the image: expected a PNG or JPEG image, found a file that begins with 68656C6C6F" },
        { Claim(16_000, 16_000), "the image: expected at most 67108864 pixels, found 16000×16000; ImageLoader.MaxPixels allows more" },
    };

    [Theory]
    [MemberData(nameof(NoImages))]
    public void The_reason_is_said(byte[] bytes, string message) => Assert.Equal(message, Refusal(bytes));

    [Fact]
    public void A_size_that_is_a_lie_is_refused() => Assert.StartsWith("the image: the image is damaged (", Refusal(Claim(3000, 3000)));

    [Theory]
    [InlineData("rocket.jpg")]
    [InlineData("retina.jpg")]
    [InlineData("coffee.png")]
    public void Damage_anywhere_gives_an_image_or_a_reason(string name)
    {
        byte[] good = File.ReadAllBytes(Path.Combine(Goldens, name));
        float[] result = new float[Loader.Length];
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 150; i++)
        {
            byte[] bytes = [.. good];
            for (int edits = random.Next(1, 8); edits > 0; edits--)
            {
                bytes[random.Next(8, random.Next(2) == 0 ? 700 : bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(3) == 0 ? bytes[..random.Next(8, bytes.Length)] : bytes;
            try
            {
                new ImageLoader(8, 8) { MaxPixels = 1 << 20 }.Read(bytes, result);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 5, 149);
    }

    [Fact]
    public void Long_files_and_wrong_lengths_are_refused()
    {
        using var stream = File.OpenRead(Path.Combine(Goldens, "rocket.jpg"));
        var loader = new ImageLoader(8, 8) { MaxFileBytes = 1000 };
        Assert.Equal(
            "the stream: expected an image file of at most 1000 bytes, found more",
            Assert.Throws<InvalidDataException>(() => loader.Read(stream, new float[loader.Length])).Message);
        Assert.StartsWith(
            "expected 192 elements for 3×8×8, found 191",
            Assert.Throws<ArgumentException>(() => loader.Read(stream, new float[191])).Message);
        Assert.StartsWith(
            "expected 36 bytes for 3 rows of 4 pixels, found 35",
            Assert.Throws<ArgumentException>(() => loader.Transform(new byte[35], 3, 4, new float[loader.Length])).Message);
        Assert.Equal(
            "Mean: expected 3 numbers, or one for all channels, found 2",
            Assert.Throws<InvalidOperationException>(
                () => new ImageLoader(8, 8) { Mean = [1, 2] }.Transform(new byte[36], 3, 4, new float[192])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageLoader(8, 8) { Channels = 4 });
        Assert.Throws<FileNotFoundException>(() => loader.Read("nowhere.png", new float[loader.Length]));
    }

    [Fact]
    public void A_written_PNG_is_read_again()
    {
        byte[] rgb = new byte[3 * 7 * 11];
        new Random(3).NextBytes(rgb);
        string path = Path.Combine(Path.GetTempPath(), $"cnngen-bild-ü-{Environment.ProcessId}.png");
        try
        {
            new RgbImage(7, 11, rgb).WritePng(path);
            RgbImage found = RgbImage.Read(path);
            Assert.Equal((7, 11), (found.Height, found.Width));
            Assert.Equal(rgb, found.Rgb);
            Assert.Throws<ArgumentException>(() => new RgbImage(7, 12, rgb).WritePng(path));
            Assert.Equal(rgb, RgbImage.Read(path).Rgb);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => Loader.Read(bytes, new float[Loader.Length])).Message;

    /// <summary>A PNG that says it is that large, and holds almost nothing.</summary>
    private static byte[] Claim(int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[100]);
        }

        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>Its check is left out: the decoder does not look at it.</summary>
    private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. kind, .. data, 0, 0, 0, 0];
    }
}
