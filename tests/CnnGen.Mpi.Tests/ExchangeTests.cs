using System.Runtime.InteropServices;

namespace CnnGen.Mpi.Tests;

/// <summary>Messages and sums between ranks.</summary>
public sealed class ExchangeTests
{
    /// <summary>1 + 2⁻²⁴ is 1 in float: who adds in another order gets other bits.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Sums_are_those_of_a_binary_tree(int size)
    {
        const int length = 70_003;
        float[][] parts = [.. Enumerable.Range(0, size).Select(rank => Values(rank, length))];
        float[] expected = Tree(parts);

        float[][] found = LocalCommunicator.Run(size, communicator =>
        {
            var exchange = new GradientExchange(communicator, length, [7, 40_000]);
            for (int round = 0; round < 2; round++)
            {
                parts[communicator.Rank].CopyTo(exchange.Sum.Span);
                exchange.Complete(new Section(1000, length));
                exchange.Complete(new Section(0, 1000));
                exchange.Finish();
            }

            return exchange.Sum.Span.ToArray();
        });

        Assert.All(found, sum => Assert.Equal(Bits(expected), Bits(sum)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Everybody_gets_what_rank_0_has(int size)
    {
        byte[][] found = LocalCommunicator.Run(size, communicator =>
        {
            byte[] bytes = [.. Enumerable.Range(0, 300).Select(i => (byte)(communicator.Rank == 0 ? i : 255))];
            communicator.Broadcast(bytes);
            communicator.Barrier();
            return bytes;
        });

        Assert.All(found, bytes => Assert.Equal(found[0], bytes));
        Assert.Equal(41, found[0][41]);
    }

    [Fact]
    public void A_rank_that_is_cut_off_is_named_in_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var error = Assert.Throws<AggregateException>(() => LocalCommunicator.Run(2, communicator =>
        {
            communicator.Patience = TimeSpan.FromSeconds(0.5);
            communicator.IsCutOff = communicator.Rank == 1;
            var exchange = new GradientExchange(communicator, 64, []);
            exchange.Complete(new Section(0, 64));
            exchange.Finish();
            return 0;
        }));

        RankLostException lost = Assert.IsType<RankLostException>(error.InnerExceptions[0]);
        Assert.Equal((0, 1), (lost.Rank, lost.Partner));
        Assert.Contains("rank 0 has waited 0.5 s for rank 1", lost.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.4, 30);
    }

    [Fact]
    public void Ranks_that_differ_are_told_how()
    {
        var error = Assert.Throws<AggregateException>(() => LocalCommunicator.Run(3, communicator =>
        {
            Agreement.Require(communicator, [("vectors of", communicator.Rank == 2 ? "256 bits" : "512 bits"), ("the network", "Net")]);
            return 0;
        }));

        Assert.Equal(3, error.InnerExceptions.Count);
        Assert.All(error.InnerExceptions, inner => Assert.Equal(
            "expected the same on every rank, found: vectors of 512 bits on rank 0, 256 bits on rank 2", inner.Message));
    }

    private static float[] Tree(ReadOnlySpan<float[]> parts)
    {
        if (parts.Length == 1)
        {
            return parts[0];
        }

        float[] first = Tree(parts[..(parts.Length / 2)]), second = Tree(parts[(parts.Length / 2)..]);
        return [.. first.Zip(second, (a, b) => a + b)];
    }

    private static float[] Values(int seed, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-3, 4)))];
    }

    private static int[] Bits(float[] values) => MemoryMarshal.Cast<float, int>(values).ToArray();
}
