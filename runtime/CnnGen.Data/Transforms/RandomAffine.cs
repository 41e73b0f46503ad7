using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// Rotates, scales and shifts about the image's centre c = ((W - 1)/2, (H - 1)/2): with a clockwise angle a, a scale s and a shift t,
/// out(p) = in(c + R(-a)·(p - c - t) / s), bilinear between pixels; of the mask the nearest pixel.
/// </summary>
/// <param name="Degrees">a is uniform between -Degrees and Degrees.</param>
public sealed record RandomAffine(double Degrees = 0) : Transform
{
    /// <summary>The horizontal shift is a whole number of columns, uniform up to this share of the width, either way.</summary>
    public double TranslateX { get; init; }

    /// <summary>The vertical shift is a whole number of rows, uniform up to this share of the height, either way.</summary>
    public double TranslateY { get; init; }

    /// <summary>s is uniform from here …</summary>
    public double ScaleFrom { get; init; } = 1;

    /// <summary>… to here.</summary>
    public double ScaleTo { get; init; } = 1;

    /// <summary>The value of pixels outside of the image.</summary>
    public float Fill { get; init; }

    /// <summary>The class of pixels outside of the mask, for example the label that the loss ignores.</summary>
    public int MaskFill { get; init; }

    /// <inheritdoc/>
    public override ImageShape OutputShape(ImageShape input) => ScaleFrom > 0 && ScaleTo >= ScaleFrom && double.IsFinite(ScaleTo)
        ? input
        : throw new ArgumentException($"RandomAffine: expected 0 < ScaleFrom ≤ ScaleTo, found {ScaleFrom} and {ScaleTo}");

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        ImageShape shape = sample.Shape;
        double angle = Uniform(ref random, -Degrees, Degrees) * Math.PI / 180;
        int shiftX = (int)Math.Round(Uniform(ref random, -TranslateX, TranslateX) * shape.Width);
        int shiftY = (int)Math.Round(Uniform(ref random, -TranslateY, TranslateY) * shape.Height);
        var inverse = InverseAffine.About(shape, angle, shiftX, shiftY, Uniform(ref random, ScaleFrom, ScaleTo));
        sample.Begin(shape);
        Warp(sample.Pixels, sample.NextPixels, shape, inverse);
        if (sample.HasMask)
        {
            WarpNearest(sample.Mask, sample.NextMask, shape, inverse);
        }

        sample.Commit();
    }

    /// <summary>Writes what lies at the given places, between pixels bilinear.</summary>
    internal void Warp(ReadOnlySpan<float> from, Span<float> to, ImageShape shape, InverseAffine inverse)
    {
        int width = shape.Width;
        for (int y = 0; y < shape.Height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (float sourceX, float sourceY) = inverse.At(x, y);
                float floorX = MathF.Floor(sourceX), floorY = MathF.Floor(sourceY);
                float right = sourceX - floorX, below = sourceY - floorY;
                int column = (int)floorX, row = (int)floorY;
                bool isInside = column >= 0 && column < width - 1 && row >= 0 && row < shape.Height - 1;
                for (int plane = 0; plane < shape.Length; plane += shape.Pixels)
                {
                    ReadOnlySpan<float> pixels = from.Slice(plane, shape.Pixels);
                    int at = row * width + column;
                    (float a, float b, float c, float d) = isInside
                        ? (pixels[at], pixels[at + 1], pixels[at + width], pixels[at + width + 1])
                        : (Pixel(pixels, shape, row, column), Pixel(pixels, shape, row, column + 1),
                            Pixel(pixels, shape, row + 1, column), Pixel(pixels, shape, row + 1, column + 1));
                    float upper = a + (b - a) * right, lower = c + (d - c) * right;
                    to[plane + y * width + x] = upper + (lower - upper) * below;
                }
            }
        }
    }

    private static double Uniform(ref RandomSource random, double from, double to) => from + (to - from) * random.NextSingle();

    private float Pixel(ReadOnlySpan<float> pixels, ImageShape shape, int row, int column) =>
        (uint)row < (uint)shape.Height && (uint)column < (uint)shape.Width ? pixels[row * shape.Width + column] : Fill;

    private void WarpNearest(ReadOnlySpan<int> from, Span<int> to, ImageShape shape, InverseAffine inverse)
    {
        for (int y = 0; y < shape.Height; y++)
        {
            for (int x = 0; x < shape.Width; x++)
            {
                (float sourceX, float sourceY) = inverse.At(x, y);
                int column = (int)MathF.Floor(sourceX + 0.5f), row = (int)MathF.Floor(sourceY + 0.5f);
                bool isInside = (uint)row < (uint)shape.Height && (uint)column < (uint)shape.Width;
                to[y * shape.Width + x] = isInside ? from[row * shape.Width + column] : MaskFill;
            }
        }
    }
}
