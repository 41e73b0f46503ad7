using CnnGen.Images;

namespace CnnGen.Data.Tests.Images;

/// <summary>PNG files of every colour type and bit depth (Pngs/make_pngs.py).</summary>
public sealed class PngFormatTests
{
    private static readonly string Pngs = Path.Combine(AppContext.BaseDirectory, "Images", "Pngs");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Pngs, "*.png").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_format_is_read(string name)
    {
        RgbImage image = RgbImage.Read(Path.Combine(Pngs, name + ".png"));
        Assert.Equal((11, 7), (image.Height, image.Width));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Pngs, name + ".rgb")), image.Rgb);
    }
}
