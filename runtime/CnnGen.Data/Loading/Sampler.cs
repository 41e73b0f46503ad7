using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Which samples an epoch has, and in which order: as many as the data set has, but not necessarily each.</summary>
public abstract record Sampler
{
    /// <summary>Every sample in the data set's order.</summary>
    public static Sampler Sequential { get; } = new SequentialSampler();

    /// <summary>Every sample in an order that is new in each epoch.</summary>
    public static Sampler Shuffled { get; } = new ShuffledSampler();

    /// <summary>
    /// Every class equally often, to within one sample. Within a class each sample comes equally often, to within one; which ones come
    /// once more is new in each epoch. Small classes repeat their samples, large ones leave some out.
    /// </summary>
    public static Sampler ClassBalanced(IDataset data) => new ClassBalancedSampler(ClassGroups.Of(data));

    /// <summary>Writes the numbers of an epoch's samples.</summary>
    /// <param name="order">As many as the data set has samples.</param>
    /// <param name="random">The epoch's own numbers: they depend on seed and epoch alone.</param>
    public abstract void Fill(Span<int> order, ref RandomSource random);

    private sealed record SequentialSampler : Sampler
    {
        public override void Fill(Span<int> order, ref RandomSource random)
        {
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }
        }
    }

    private sealed record ShuffledSampler : Sampler
    {
        public override void Fill(Span<int> order, ref RandomSource random)
        {
            Sequential.Fill(order, ref random);
            random.Shuffle(order);
        }
    }
}
