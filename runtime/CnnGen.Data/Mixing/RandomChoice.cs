using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>One of several changes, each as probable as the others, for every batch anew.</summary>
/// <param name="Choices">At least one.</param>
public sealed record RandomChoice(params BatchTransform[] Choices) : BatchTransform
{
    /// <inheritdoc/>
    public override void Apply(Batch batch, ref RandomSource random) =>
        Choices[random.NextInt32(Choices.Length)].Apply(batch, ref random);

    /// <inheritdoc/>
    public bool Equals(RandomChoice? other) => other is not null && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc/>
    public override int GetHashCode() => Choices.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" or ", Choices.Select(choice => choice.ToString()));
}
