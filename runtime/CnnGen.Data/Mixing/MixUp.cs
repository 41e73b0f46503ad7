using System.Numerics;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// Mixes each sample with its counterpart from the batch's other end (Zhang et al., 2017): x = λ·x + (1 - λ)·x′, and the targets alike,
/// with one λ a batch from Beta(α, α).
/// </summary>
/// <param name="Alpha">α; 1 makes λ uniform, less makes it more often near 0 and 1.</param>
public sealed record MixUp(double Alpha = 1) : BatchTransform
{
    /// <inheritdoc/>
    public override void Apply(Batch batch, ref RandomSource random)
    {
        float share = (float)BetaDistribution.Next(ref random, Alpha);
        for (int i = 0; i < batch.Count / 2; i++)
        {
            int other = batch.Count - 1 - i;
            Mix(batch.Image(i), batch.Image(other), share);
            Mix(batch.Target(i), batch.Target(other), share);
        }
    }

    /// <summary>Both at once.</summary>
    internal static void Mix(Span<float> one, Span<float> other, float share)
    {
        Span<Vector<float>> ones = MemoryMarshal.Cast<float, Vector<float>>(one), others = MemoryMarshal.Cast<float, Vector<float>>(other);
        var (kept, lent) = (new Vector<float>(share), new Vector<float>(1 - share));
        for (int i = 0; i < ones.Length; i++)
        {
            (ones[i], others[i]) = (ones[i] * kept + others[i] * lent, others[i] * kept + ones[i] * lent);
        }

        for (int i = ones.Length * Vector<float>.Count; i < one.Length; i++)
        {
            (one[i], other[i]) = (one[i] * share + other[i] * (1 - share), other[i] * share + one[i] * (1 - share));
        }
    }
}
