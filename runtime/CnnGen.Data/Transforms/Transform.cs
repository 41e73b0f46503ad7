using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// A change of one sample, such as a random crop. Transforms are values: equal parameters make equal transforms, which print as what they
/// are. They keep no state, so that all loading threads share one. Those that move pixels move those of the mask, too.
/// </summary>
public abstract record Transform
{
    /// <summary>The shape of the results.</summary>
    /// <exception cref="ArgumentException">Images of this shape cannot be changed so.</exception>
    public virtual ImageShape OutputShape(ImageShape input) => input;

    /// <summary>Changes the sample.</summary>
    /// <param name="sample">What the transform before left.</param>
    /// <param name="random">The sample's own numbers: they depend on seed, epoch and place in the epoch alone.</param>
    public abstract void Apply(Sample sample, ref RandomSource random);

    /// <summary>A check for constructors.</summary>
    private protected static double Probability(double p) =>
        p is >= 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "expected a probability from 0 to 1");
}
