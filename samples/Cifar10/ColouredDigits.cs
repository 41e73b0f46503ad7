using CnnGen.Data;
using CnnGen.Runtime;
using CnnGen.Samples.Imaging;

namespace Cifar10Sample;

/// <summary>Digits in the form of CIFAR-10: coloured, turned, of several sizes, anywhere on a noisy ground of another colour.</summary>
public static class ColouredDigits
{
    private const int Size = 32;
    private const int Classes = 10;
    private const int DotsAcross = 5;
    private const float LeastContrast = 0.3f;

    private static readonly bool[][] Glyphs = [.. Enumerable.Range(0, Classes).Select(Glyph)];

    /// <summary>Digits to train on, and a fifth as many others to test on.</summary>
    public static (ImageDataset Train, ImageDataset Test) Draw(Options options) =>
        (Draw(options.Drawn, new RandomSource(options.Seed).Stream(0)), Draw(options.Drawn / 5, new RandomSource(options.Seed).Stream(1)));

    private static ImageDataset Draw(int count, RandomSource random)
    {
        byte[] pixels = new byte[count * 3 * Size * Size];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % Classes)];
        for (int i = 0; i < count; i++)
        {
            Draw(pixels.AsSpan(i * 3 * Size * Size, 3 * Size * Size), Glyphs[labels[i]], random.Stream(i));
        }

        return new ImageDataset(pixels, labels, 3, Size, Size);
    }

    private static void Draw(Span<byte> image, bool[] glyph, RandomSource random)
    {
        Span<float> ground = stackalloc float[3];
        Span<float> ink = stackalloc float[3];
        do
        {
            Fill(ground, ref random);
            Fill(ink, ref random);
        }
        while (Math.Abs(Gray(ground) - Gray(ink)) < LeastContrast);

        float dot = Between(ref random, 2.6f, 3.8f), noise = Between(ref random, 0.02f, 0.25f);
        (float sin, float cos) = MathF.SinCos(Between(ref random, -0.3f, 0.3f));
        float centreX = Between(ref random, 13, 18), centreY = Between(ref random, 13, 18);
        for (int pixel = 0; pixel < Size * Size; pixel++)
        {
            float x = pixel % Size - centreX, y = pixel / Size - centreY;
            int column = (int)MathF.Floor((cos * x + sin * y) / dot + DotsAcross / 2f);
            int row = (int)MathF.Floor((cos * y - sin * x) / dot + PixelFont.Height / 2f);
            bool isInk = column is >= 0 and < DotsAcross && row is >= 0 and < PixelFont.Height && glyph[row * DotsAcross + column];
            for (int channel = 0; channel < 3; channel++)
            {
                float value = (isInk ? ink : ground)[channel] + noise * (2 * random.NextSingle() - 1);
                image[channel * Size * Size + pixel] = (byte)(Math.Clamp(value, 0f, 1f) * byte.MaxValue + 0.5f);
            }
        }
    }

    private static bool[] Glyph(int digit)
    {
        bool[] dots = new bool[DotsAcross * PixelFont.Height];
        foreach ((int x, int y) in PixelFont.Dots((char)('0' + digit)))
        {
            dots[y * DotsAcross + x] = true;
        }

        return dots;
    }

    private static void Fill(Span<float> color, ref RandomSource random)
    {
        foreach (ref float channel in color)
        {
            channel = random.NextSingle();
        }
    }

    private static float Gray(ReadOnlySpan<float> color) => (color[0] + color[1] + color[2]) / 3;

    private static float Between(ref RandomSource random, float least, float most) => least + (most - least) * random.NextSingle();
}
