using CnnGen.Images;
using CnnGen.Runtime;
using CnnGen.Samples.Imaging;

namespace CnnGen.Samples.ImageNet;

/// <summary>Pictures of four kinds that code can draw: patterns of any two colours, size and angle, with noise.</summary>
public static class Patterns
{
    private const int Size = 128;
    private const float LeastContrast = 0.3f;

    private static readonly (string Name, Func<float, float, bool> IsInk)[] Kinds =
    [
        ("checks", (x, y) => Fraction(x) < 0.5f != Fraction(y) < 0.5f),
        ("dots", (x, y) => MathF.Pow(Fraction(x) - 0.5f, 2) + MathF.Pow(Fraction(y) - 0.5f, 2) < 0.08f),
        ("rings", (x, y) => Fraction(MathF.Sqrt(x * x + y * y)) < 0.5f),
        ("stripes", (x, _) => Fraction(x) < 0.5f),
    ];

    /// <summary>The names of the kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Name)];

    /// <summary>Draws pictures of a kind; the same seed draws the same ones.</summary>
    /// <param name="kind">Its place in <see cref="Names"/>.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<RgbImage> Draw(int kind, int count, int seed) =>
        Enumerable.Range(0, count).Select(i => Draw(Kinds[kind].IsInk, new RandomSource(seed).Stream(kind).Stream(i)));

    /// <summary>Draws PNG files, in a folder for each kind.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Draw(string folder, int count, int seed)
    {
        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            string files = Directory.CreateDirectory(Path.Combine(folder, Names[kind])).FullName;
            foreach ((int number, RgbImage image) in Draw(kind, count, seed).Index())
            {
                image.WritePng(Path.Combine(files, $"{number:000}.png"));
            }
        }
    }

    private static RgbImage Draw(Func<float, float, bool> isInk, RandomSource random)
    {
        (float Red, float Green, float Blue) ground, ink;
        do
        {
            (ground, ink) = (Color(ref random), Color(ref random));
        }
        while (Math.Abs(ground.Red + ground.Green + ground.Blue - ink.Red - ink.Green - ink.Blue) < 3 * LeastContrast);

        float period = Between(ref random, 12, 40), noise = Between(ref random, 0.02f, 0.2f);
        (float sin, float cos) = MathF.SinCos(Between(ref random, 0, MathF.PI));
        float left = Between(ref random, 0, Size), top = Between(ref random, 0, Size);
        var pixels = new byte[3 * Size * Size];
        for (int i = 0; i < Size * Size; i++)
        {
            float x = (i % Size - left) / period, y = (i / Size - top) / period;
            (float red, float green, float blue) = isInk(cos * x + sin * y, cos * y - sin * x) ? ink : ground;
            float shift = noise * (2 * random.NextSingle() - 1);
            var color = Rgb.From(red + shift, green + shift, blue + shift);
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = (color.Red, color.Green, color.Blue);
        }

        return new RgbImage(Size, Size, pixels);
    }

    private static (float Red, float Green, float Blue) Color(ref RandomSource random) =>
        (random.NextSingle(), random.NextSingle(), random.NextSingle());

    private static float Between(ref RandomSource random, float least, float most) => least + (most - least) * random.NextSingle();

    private static float Fraction(float value) => value - MathF.Floor(value);
}
