namespace CnnGen.Data.Tests;

public sealed class SamplerTests
{
    private static readonly ImageShape Pixel = new(1, 1, 1);

    [Fact]
    public void ClassesAreBalancedAndTheirSamplesToo()
    {
        // Classes of 2, 11 and 50 samples: 63 in all, 21 of each class.
        int[] labels = [.. Enumerable.Range(0, 63).Select(i => i < 2 ? 0 : i < 13 ? 1 : 2)];
        var data = new ArrayDataset(new float[63], labels, Pixel);
        int[] uses = new int[63];
        for (int epoch = 0; epoch < 100; epoch++)
        {
            int[] order = Order(data, Sampler.ClassBalanced(data), epoch);
            Assert.Equal([21, 21, 21], Enumerable.Range(0, 3).Select(label => order.Count(index => labels[index] == label)));
            int[] counts = [.. Enumerable.Range(0, 63).Select(i => order.Count(index => index == i))];
            Assert.All(counts.Select((count, i) => (count, i)), pair => Assert.InRange(
                pair.count, labels[pair.i] switch { 0 => 10, 1 => 1, _ => 0 }, labels[pair.i] switch { 0 => 11, 1 => 2, _ => 1 }));
            Array.ForEach(order, index => uses[index]++);
        }

        // 2100 draws of a class are spread evenly.
        Assert.All(uses.Select((count, i) => (count, i)), pair => Assert.InRange(
            pair.count, labels[pair.i] switch { 0 => 1000, 1 => 170, _ => 22 }, labels[pair.i] switch { 0 => 1100, 1 => 212, _ => 62 }));
    }

    [Fact]
    public void WhatDoesNotDivideIsDrawn()
    {
        var data = new ArrayDataset(new float[7], [0, 0, 0, 1, 1, 2, 2], Pixel);
        int[][] orders = [.. Enumerable.Range(0, 60).Select(epoch => Order(data, Sampler.ClassBalanced(data), epoch))];
        int[][] counts = [.. orders.Select(order => Enumerable.Range(0, 3).Select(label => order.Count(i => Class(i) == label)).ToArray())];
        Assert.All(counts, count => Assert.Equal([2, 2, 3], count.Order()));
        Assert.Equal(3, counts.Select(count => Array.IndexOf(count, 3)).Distinct().Count());

        static int Class(int index) => index < 3 ? 0 : (index - 1) / 2;
    }

    [Fact]
    public void SameSampleTwiceIsChangedInTwoWays()
    {
        var data = new ArrayDataset([.. Enumerable.Range(0, 200).Select(i => (float)i % 100)], [0, 1], new ImageShape(1, 10, 10));
        var options = new LoaderOptions { Sampler = new Repeat(), Transform = new RandomCrop(3), Threads = 0 };
        using var loader = new DataLoader(data, 2, options);
        int different = 0;
        for (int epoch = 0; epoch < 20; epoch++)
        {
            foreach (Batch batch in loader.Epoch(epoch))
            {
                Assert.Equal([0, 0], batch.Indices.ToArray());
                different += batch.Image(0).SequenceEqual(batch.Image(1)) ? 0 : 1;
            }
        }

        Assert.InRange(different, 17, 20);
    }

    [Fact]
    public void FailureOfASamplerReachesTheConsumer()
    {
        var data = new ArrayDataset(new float[2], [0, 1], Pixel);
        using var loader = new DataLoader(data, 2, new LoaderOptions { Sampler = new Failing() });
        Assert.Throws<InvalidOperationException>(() => loader.Epoch(0).GetEnumerator().MoveNext());
    }

    private static int[] Order(IDataset data, Sampler sampler, int epoch)
    {
        using var loader = new DataLoader(data, data.Count, new LoaderOptions { Sampler = sampler, Threads = 0, Seed = 5 });
        List<int> order = [];
        foreach (Batch batch in loader.Epoch(epoch))
        {
            order.AddRange(batch.Indices);
        }

        return [.. order];
    }

    private sealed record Repeat : Sampler
    {
        public override void Fill(Span<int> order, ref Runtime.RandomSource random) => order.Clear();
    }

    private sealed record Failing : Sampler
    {
        public override void Fill(Span<int> order, ref Runtime.RandomSource random) => throw new InvalidOperationException("no order");
    }
}
