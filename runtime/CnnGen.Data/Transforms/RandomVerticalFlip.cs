using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Mirrors top and bottom: out(y, x) = in(H - 1 - y, x), with a probability.</summary>
/// <param name="P">How probable it is.</param>
public sealed record RandomVerticalFlip(double P = 0.5) : Transform
{
    /// <summary>How probable it is.</summary>
    public double P { get; } = Probability(P);

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        if (random.NextSingle() >= P)
        {
            return;
        }

        sample.Begin(sample.Shape);
        Reverse(sample.Pixels, sample.NextPixels, sample.Shape);
        Reverse(sample.Mask, sample.NextMask, sample.Shape);
        sample.Commit();
    }

    private static void Reverse<T>(ReadOnlySpan<T> from, Span<T> to, ImageShape shape)
    {
        for (int plane = 0; plane < from.Length; plane += shape.Pixels)
        {
            for (int y = 0; y < shape.Height; y++)
            {
                from.Slice(plane + y * shape.Width, shape.Width).CopyTo(to[(plane + (shape.Height - 1 - y) * shape.Width)..]);
            }
        }
    }
}
