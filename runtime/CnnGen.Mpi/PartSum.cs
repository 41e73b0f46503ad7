using System.Numerics;

namespace CnnGen.Mpi;

/// <summary>
/// The sum of this rank's parts as a binary tree, ((0 + 1) + (2 + 3)) + …: with the tree over the ranks it is one tree over all parts, the
/// same for any number of ranks.
/// </summary>
internal sealed class PartSum(int parts, PinnedVector sum)
{
    // Level k holds the sum of 2^k parts that wait for as many others.
    private readonly float[][] _levels =
        [.. Enumerable.Range(0, BitOperations.Log2((uint)parts)).Select(_ => new float[sum.Span.Length])];

    /// <summary>Adds a part, times its weight, to those before it; after the last one the sum is there.</summary>
    public void Add(int part, ReadOnlySpan<float> values, float weight, Section section)
    {
        int levels = BitOperations.TrailingZeroCount(~part);
        Span<float> target = part == parts - 1 ? sum.Slice(section) : _levels[levels].AsSpan(section.Begin, section.Length);
        if (weight > 0)
        {
            PinnedVector.Scale(values, weight, target);
        }
        else
        {
            target.Clear();
        }

        for (int level = 0; level < levels; level++)
        {
            PinnedVector.Add(_levels[level].AsSpan(section.Begin, section.Length), target);
        }
    }
}
