using System.Diagnostics;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Data.Tests;

public sealed class DataLoaderTests
{
    private static readonly ImageShape Shape = new(3, 8, 8);
    private static readonly ArrayDataset Data = NumberedImages.Of(50, Shape);

    private static readonly LoaderOptions Everything = new()
    {
        Transform = new Compose(
            new RandomCrop(8, 2), new RandomHorizontalFlip(), new RandomAffine(10), new ColorJitter(0.2, 0.2, 0.2, 0.1), new Cutout(4),
            new Normalize(0.5f, 0.5f)),
        Mixing = new RandomChoice(new MixUp(0.4), new CutMix()),
        Seed = 3,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public void BatchesDoNotDependOnThreads(int threads) => Assert.Equal(Read(Everything), Read(Everything with { Threads = threads }));

    [Fact]
    public void SeedsAndEpochsDiffer()
    {
        List<string> first = Read(Everything);
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Empty(first.Intersect(Read(Everything with { Seed = 4 })));
    }

    [Fact]
    public void EpochsBeginAnywhere()
    {
        List<string> all = Read(Everything);
        using var loader = new DataLoader(Data, 8, Everything with { Threads = 2 });
        foreach ((int epoch, int first) in ((int, int)[])[(2, 3), (0, 0), (0, 6), (1, 0), (2, 7), (1, 5)])
        {
            int index = epoch * 7 + first;
            foreach (Batch batch in loader.Epoch(epoch, first))
            {
                Assert.Equal(all[index++], Text(batch));
            }

            Assert.Equal(7 * (epoch + 1), index);
        }
    }

    [Fact]
    public void EpochThatIsLeftEarlyCanBeReadAgain()
    {
        List<string> all = Read(Everything);
        using var loader = new DataLoader(Data, 8, Everything with { Threads = 3, Prefetch = 2 });
        for (int turn = 0; turn < 20; turn++)
        {
            int index = 0;
            foreach (Batch batch in loader.Epoch(0))
            {
                Assert.Equal(all[index++], Text(batch));
                if (index > turn % 7)
                {
                    break;
                }
            }
        }
    }

    [Fact]
    public void EpochHasEverySampleOnce()
    {
        using var loader = new DataLoader(Data, 8);
        using var rounded = new DataLoader(Data, 8, new LoaderOptions { DropLast = true });
        Assert.Equal((7, 6), (loader.BatchesPerEpoch, rounded.BatchesPerEpoch));
        for (int epoch = 0; epoch < 3; epoch++)
        {
            List<int> seen = [];
            foreach (Batch batch in loader.Epoch(epoch))
            {
                seen.AddRange(batch.Indices);
                for (int i = 0; i < batch.Count; i++)
                {
                    Assert.Equal(batch.Indices[i], batch.Image(i)[0]);
                    Assert.Equal(batch.Indices[i] % NumberedImages.Classes, batch.Labels[i]);
                }
            }

            Assert.Equal(Enumerable.Range(0, 50), seen.Order());
            Assert.NotEqual(Enumerable.Range(0, 50), seen);
        }
    }

    [Fact]
    public void BatchIsNotTouchedWhileItIsUsed()
    {
        using var loader = new DataLoader(Data, 8, Everything with { Threads = 3, Prefetch = 1 });
        foreach (Batch batch in loader.Epoch(0))
        {
            string before = Text(batch);
            Thread.Sleep(20);
            Assert.Equal(before, Text(batch));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void NothingIsAllocated(int threads)
    {
        using var loader = new DataLoader(Data, 8, Everything with { Threads = threads });
        int epoch = 0, samples = 0;
        Allocation.AssertNoneAnywhere(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                foreach (Batch batch in loader.Epoch(epoch++))
                {
                    samples += batch.Count;
                }
            }
        });
        Assert.Equal(epoch * Data.Count, samples);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void FailureOfAWorkerReachesWhoAsksForThatBatch(int threads)
    {
        using var loader = new DataLoader(new Broken(), 4, new LoaderOptions { Sampler = Sampler.Sequential, Threads = threads });
        int good = 0;
        var exception = Assert.Throws<DataLoadException>(() =>
        {
            foreach (Batch batch in loader.Epoch(1))
            {
                good++;
            }
        });
        Assert.Equal(2, good);
        Assert.Equal("sample 10, in batch 2 of epoch 1: unreadable", exception.Message);
        Assert.IsType<InvalidDataException>(exception.InnerException);

        // The batches behind it are still there.
        foreach (Batch batch in loader.Epoch(1, firstBatch: 3))
        {
            Assert.Equal([12, 13, 14, 15], batch.Indices.ToArray());
        }
    }

    [Fact]
    public void WaitCanBeCancelled()
    {
        var slow = new Broken { Delay = TimeSpan.FromSeconds(2) };
        using var loader = new DataLoader(slow, 4);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var clock = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (Batch batch in loader.Epoch(0, cancellation: cancellation.Token))
            {
            }
        });
        Assert.True(clock.Elapsed < slow.Delay);
    }

    [Fact]
    public void ThreadsEndWithTheLoader()
    {
        var slow = new Broken { Delay = TimeSpan.FromMilliseconds(20) };
        for (int i = 0; i < 5; i++)
        {
            var loader = new DataLoader(slow, 2, new LoaderOptions { Threads = 3, Sampler = Sampler.Sequential });
            foreach (Batch batch in loader.Epoch(0))
            {
                break;
            }

            loader.Dispose();
            Assert.Equal(0, slow.Readers);
            int reads = slow.Reads;
            Thread.Sleep(60);
            Assert.Equal(reads, slow.Reads);
            Assert.Throws<ObjectDisposedException>(() => loader.Epoch(0, 1).GetEnumerator().MoveNext());
        }
    }

    [Fact]
    public void WhatCannotBeLoadedIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new DataLoader(Data, 51, new LoaderOptions { DropLast = true }));
        Assert.Throws<ArgumentException>(() => new DataLoader(new ArrayDataset([], [], Shape), 4));
        Assert.Throws<ArgumentException>(() => new DataLoader(NumberedImages.WithMasks(4, Shape), 4, Everything));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader(Data, 0));
    }

    private static List<string> Read(LoaderOptions options)
    {
        using var loader = new DataLoader(Data, 8, options);
        List<string> texts = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            foreach (Batch batch in loader.Epoch(epoch))
            {
                texts.Add(Text(batch));
            }
        }

        return texts;
    }

    /// <summary>All of a batch, bit for bit.</summary>
    private static string Text(Batch batch) => string.Join(
        ' ',
        [batch.Epoch, batch.Index, .. batch.Indices.ToArray(), .. batch.Labels.ToArray(), .. Bits(batch.Images), .. Bits(batch.Targets)]);

    private static int[] Bits(ReadOnlySpan<float> values) => [.. values.ToArray().Select(BitConverter.SingleToInt32Bits)];

    /// <summary>Sixteen samples of which number 10 cannot be read.</summary>
    private sealed class Broken : IDataset
    {
        private int _readers;
        private int _reads;

        public TimeSpan Delay { get; init; }

        public int Readers => _readers;

        public int Reads => _reads;

        public int Count => 16;

        public ImageShape Shape => new(1, 1, 1);

        public IReadOnlyList<string> ClassNames => ["only"];

        public void ReadImage(int index, Span<float> image)
        {
            Interlocked.Increment(ref _reads);
            Interlocked.Increment(ref _readers);
            Thread.Sleep(Delay);
            Interlocked.Decrement(ref _readers);
            image[0] = index != 10 ? index : throw new InvalidDataException("unreadable");
        }

        public void ReadLabels(int index, Span<int> labels) => labels[0] = 0;
    }
}
