using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Several transforms one after another.</summary>
/// <param name="Transforms">In the order in which they are applied.</param>
public sealed record Compose(params Transform[] Transforms) : Transform
{
    /// <inheritdoc/>
    public override ImageShape OutputShape(ImageShape input) =>
        Transforms.Aggregate(input, (shape, transform) => transform.OutputShape(shape));

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        foreach (Transform transform in Transforms)
        {
            transform.Apply(sample, ref random);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Compose? other) => other is not null && Transforms.SequenceEqual(other.Transforms);

    /// <inheritdoc/>
    public override int GetHashCode() => Transforms.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Transforms.Select(transform => transform.ToString()));
}
