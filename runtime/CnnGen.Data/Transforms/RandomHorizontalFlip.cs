using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Mirrors left and right: out(y, x) = in(y, W - 1 - x), with a probability.</summary>
/// <param name="P">How probable it is.</param>
public sealed record RandomHorizontalFlip(double P = 0.5) : Transform
{
    /// <summary>How probable it is.</summary>
    public double P { get; } = Probability(P);

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        if (random.NextSingle() < P)
        {
            Reverse(sample.Pixels, sample.Shape.Width);
            Reverse(sample.Mask, sample.Shape.Width);
        }
    }

    private static void Reverse<T>(Span<T> rows, int width)
    {
        for (; rows.Length > 0; rows = rows[width..])
        {
            rows[..width].Reverse();
        }
    }
}
