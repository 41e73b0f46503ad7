using System.Numerics;

namespace CnnGen.Runtime.Tests;

public sealed class RandomSourceTests
{
    [Fact]
    public void GivesTheBitsOfSplitMix64()
    {
        // The published test vector for seed 1234567.
        var random = new RandomSource(1234567);
        Assert.Equal(6457827717110365317UL, random.NextUInt64());
        Assert.Equal(3203168211198807973UL, random.NextUInt64());
        Assert.Equal(9817491932198370423UL, random.NextUInt64());
    }

    [Fact]
    public void UniformNumbersFillTheirRange()
    {
        float[] values = new float[100_000];
        new RandomSource(-5).FillUniform(values, 0.25f);
        Assert.All(values, value => Assert.InRange(value, -0.25f, 0.25f));
        Assert.InRange(values.Average(), -0.002f, 0.002f);
        Assert.InRange(values.Average(value => value * value), 0.0205f, 0.0212f);
    }

    [Fact]
    public void ShuffleIsAPermutationThatTheSeedDetermines()
    {
        int[] first = [.. Enumerable.Range(0, 1000)];
        int[] second = [.. first];
        int[] third = [.. first];
        new RandomSource(1).Shuffle(first);
        new RandomSource(1).Shuffle(second);
        new RandomSource(2).Shuffle(third);
        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.Equal(Enumerable.Range(0, 1000), first.Order());
    }

    [Fact]
    public void EveryCounterBitFlipsHalfOfTheHash()
    {
        const int Samples = 4000;
        for (int bit = 0; bit < 32; bit++)
        {
            int flipped = 0;
            for (uint i = 0; i < Samples; i++)
            {
                uint counter = i * 2654435761;
                flipped += BitOperations.PopCount(RandomSource.Hash(counter, 99) ^ RandomSource.Hash(counter ^ (1u << bit), 99));
            }

            Assert.InRange(flipped / (double)Samples, 15, 17);
        }
    }

    [Fact]
    public void HashedKeysGiveIndependentStreams()
    {
        const int Samples = 4000;
        for (uint step = 0; step < 50; step++)
        {
            uint key = RandomSource.Hash(step, 42);
            uint next = RandomSource.Hash(step + 1, 42);
            int flipped = Enumerable.Range(0, Samples)
                .Sum(i => BitOperations.PopCount(RandomSource.Hash((uint)i, key) ^ RandomSource.Hash((uint)i, next)));
            Assert.InRange(flipped / (double)Samples, 15, 17);
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x9E3779B9u)]
    public void ConsecutiveCountersGiveIndependentMasks(uint key)
    {
        const int Count = 1 << 16;
        bool[] kept = [.. Enumerable.Range(0, Count).Select(i => RandomSource.Hash((uint)i, key) < uint.MaxValue / 2)];
        Assert.InRange(kept.Count(mask => mask) / (double)Count, 0.49, 0.51);
        foreach (int lag in new[] { 1, 2, 8, 64, 1024 })
        {
            double equal = Enumerable.Range(lag, Count - lag).Count(i => kept[i] == kept[i - lag]) / (double)(Count - lag);
            Assert.InRange(equal, 0.49, 0.51);
        }
    }
}
