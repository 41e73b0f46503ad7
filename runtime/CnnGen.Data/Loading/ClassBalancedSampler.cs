using CnnGen.Runtime;

namespace CnnGen.Data;

internal sealed record ClassBalancedSampler(int[][] Groups) : Sampler
{
    public override void Fill(Span<int> order, ref RandomSource random)
    {
        // The classes that come once more than others are drawn by beginning anywhere in the round.
        int first = random.NextInt32(Groups.Length);
        Span<int> rest = order;
        for (int i = 0; i < Groups.Length; i++)
        {
            int count = order.Length / Groups.Length + (i < order.Length % Groups.Length ? 1 : 0);
            FillClass(Groups[(first + i) % Groups.Length], rest[..count], ref random);
            rest = rest[count..];
        }

        random.Shuffle(order);
    }

    private static void FillClass(int[] group, Span<int> places, ref RandomSource random)
    {
        for (; places.Length >= group.Length; places = places[group.Length..])
        {
            group.CopyTo(places);
        }

        // A reservoir: each sample is among those of the last, incomplete round with the same probability.
        for (int i = 0; i < group.Length && places.Length > 0; i++)
        {
            int place = i < places.Length ? i : random.NextInt32(i + 1);
            if (place < places.Length)
            {
                places[place] = group[i];
            }
        }
    }
}
