namespace GradientsSample;

/// <summary>Images of noisy stripes; the class is the direction in which they run.</summary>
public sealed class Stripes
{
    /// <summary>Directions to tell apart.</summary>
    public const int Classes = 4;

    private const int Size = 16;
    private const float Noise = 1f;
    private readonly Random _random;
    private readonly float[] _images;
    private readonly int[] _labels;

    /// <summary>Makes room for a number of images and draws the first ones.</summary>
    public Stripes(int count, int seed)
    {
        _random = new Random(seed);
        _images = new float[count * Size * Size];
        _labels = new int[count];
        Draw();
    }

    /// <summary>The images, behind one another.</summary>
    public ReadOnlySpan<float> Images => _images;

    /// <summary>The direction of each.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Draws new images in place of the last ones.</summary>
    public void Draw()
    {
        for (int i = 0; i < _labels.Length; i++)
        {
            _labels[i] = _random.Next(Classes);
            Draw(_images.AsSpan(i * Size * Size, Size * Size), MathF.PI * _labels[i] / Classes);
        }
    }

    private void Draw(Span<float> image, float angle)
    {
        float phase = _random.NextSingle() * MathF.Tau;
        (float sine, float cosine) = MathF.SinCos(angle);
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            (int y, int x) = Math.DivRem(pixel, Size);
            image[pixel] = MathF.Sin(cosine * x + sine * y + phase) + (2 * _random.NextSingle() - 1) * Noise;
        }
    }
}
