using CnnGen.Images;
using CnnGen.Samples.Imaging;
using Digits;

namespace CnnGen.Samples.Tests;

/// <summary>samples/Embedded reads drawn digits with the weights that are in its assembly.</summary>
public sealed class EmbeddedTests
{
    private static readonly Dictionary<int, (float X, float Y)[]> Strokes = new()
    {
        [1] = [(14, 5), (14, 23)],
        [4] = [(10, 5), (9, 14), (18, 14), (18, 5), (18, 23)],
        [7] = [(8, 7), (20, 7), (13, 23)],
    };

    private readonly DigitReader _reader = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_drawn_digit_is_read_from_a_file_of_any_size_light_or_dark(int digit)
    {
        (Rgb black, Rgb white) = (new(0, 0, 0), new(255, 255, 255));
        foreach ((int size, Rgb paper, Rgb ink) in new[] { (28, black, white), (280, black, white), (133, white, black) })
        {
            Assert.Equal(digit, DigitReader.Best(_reader.Read(Png(Draw(digit, size, paper, ink)))).Digit);
        }
    }

    [Fact]
    public void A_raw_image_is_read()
    {
        RgbImage image = Draw(7, 28, new(0, 0, 0), new(255, 255, 255));
        byte[] raw = [.. image.Rgb.Where((_, i) => i % 3 == 0)];
        (int digit, float probability) = DigitReader.Best(_reader.Read(raw));
        Assert.Equal(7, digit);
        Assert.InRange(probability, 0.9f, 1f);
        Assert.Equal(_reader.Read(raw), _reader.Read(Png(image)));
    }

    [Fact]
    public void What_is_no_image_is_refused_with_both_ways() => Assert.Equal(
        "the image: expected a PNG or JPEG image, found a file that begins with 68656C6C6F; a raw image has 784 bytes (28 rows of 28), this "
        + "has 5",
        Assert.Throws<InvalidDataException>(() => _reader.Read("hello"u8)).Message);

    private static byte[] Png(RgbImage image)
    {
        using var stream = new MemoryStream();
        image.WritePng(stream);
        return stream.ToArray();
    }

    private static RgbImage Draw(int digit, int size, Rgb paper, Rgb ink)
    {
        float scale = size / 28f;
        var canvas = new Canvas(size, size, paper);
        foreach (((float X, float Y) from, (float X, float Y) to) in Strokes[digit].Zip(Strokes[digit].Skip(1)))
        {
            canvas.Line((from.X * scale, from.Y * scale), (to.X * scale, to.Y * scale), 2.5f * scale, ink);
        }

        return canvas.ToImage();
    }
}
