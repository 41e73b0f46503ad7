using System.Runtime.InteropServices;

namespace CnnGen.Mpi.Tests;

/// <summary>The same bits on any number of ranks, and the same numbers as a trainer on its own.</summary>
public sealed class DistributedTrainerTests
{
    private static readonly int[] Sizes = [1, 2, 4, 8];

    [Theory]
    [InlineData(32)]
    [InlineData(29)]
    [InlineData(5)]
    public void Any_number_of_ranks_gives_the_same_bits(int count) => RequireSameBits(
        () => new Plain(seed: 1), () => new Sgd(0.1f, momentum: 0.9f, weightDecay: 1e-4f), count, 144);

    [Fact]
    public void So_it_is_with_batch_norms_and_dropout() => RequireSameBits(
        () => new Normed(seed: 2), () => new Adam(0.01f), count: 32, 192);

    [Fact]
    public void So_it_is_with_a_limited_norm() => RequireSameBits(
        () => new Plain(seed: 3), () => new AdamW(0.01f), count: 32, 144, limit: 0.05f);

    [Fact]
    public void A_step_is_that_of_a_trainer()
    {
        (float[] inputs, int[] labels) = Data(24, 144);
        var alone = new Plain(seed: 1);
        using var trainer = new Trainer<Plain>(alone, new Sgd(0.1f), batchSize: 24, threads: 1);
        float expected = trainer.Step(inputs, labels);

        (float Loss, float[] Parameters)[] found = LocalCommunicator.Run(2, communicator =>
        {
            var network = new Plain(seed: 1 + communicator.Rank); // rank 0's count
            using var distributed = new DistributedTrainer<Plain>(communicator, network, new Sgd(0.1f), batchSize: 24, threads: 1);
            float loss = distributed.Step(inputs, labels);
            return (loss, network.Parameters.ToArray());
        });

        Assert.All(found, rank => Assert.Equal(expected, rank.Loss, 1e-5f));
        Assert.All(found, rank => Assert.All(
            rank.Parameters.Zip(alone.Parameters.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-6f)));
    }

    /// <summary>So their exchange is under way while the backward pass goes on.</summary>
    [Fact]
    public void Gradients_of_all_layers_but_the_first_are_told_early()
    {
        (float[] inputs, int[] labels) = Data(8, 192);
        using var trainer = new Trainer<Normed>(new Normed(seed: 1), new Sgd(0.1f), batchSize: 8, threads: 1);
        var told = new List<Section>();
        float[] early = new float[trainer.Pass.PackedGradients.Length];
        trainer.Pass.GradientsCompleted = (begin, end) =>
        {
            told.Add(new Section(begin, end));
            trainer.Pass.PackedGradients[begin..end].CopyTo(early.AsSpan(begin));
        };

        trainer.ForwardBackward(inputs, labels);

        int norm = Normed.Info.Parameters.ToList().FindIndex(parameter => parameter.Name == "bn.weight");
        Assert.Equal(trainer.Pass.Store.Layout.Entries[norm].Packed, told.Min(section => section.Begin));
        Assert.All(told, section => Assert.Equal(
            trainer.Pass.PackedGradients[section.Begin..section.End].ToArray(), early[section.Begin..section.End]));
    }

    [Fact]
    public void A_rank_reads_its_share_alone()
    {
        (float[] inputs, int[] labels) = Data(19, 144);
        float[][] found = LocalCommunicator.Run(4, communicator =>
        {
            var network = new Plain(seed: 1);
            using var distributed = new DistributedTrainer<Plain>(communicator, network, new Sgd(0.1f), batchSize: 24, threads: 1);
            float[] own = new float[inputs.Length];
            Array.Fill(own, float.NaN);
            (int first, int length) = distributed.Share(19).GetOffsetAndLength(19);
            inputs.AsSpan(first * 144, length * 144).CopyTo(own.AsSpan(first * 144));
            distributed.Step(own, labels);
            return network.Parameters.ToArray();
        });

        Assert.All(found, parameters => Assert.Equal(found[0], parameters));
        Assert.All(found[0], value => Assert.True(float.IsFinite(value)));
    }

    /// <summary>Three steps on two ranks, two more on four, are five on one.</summary>
    [Fact]
    public void A_checkpoint_goes_on_with_another_number_of_ranks()
    {
        (float[] inputs, int[] labels) = Data(32, 192);
        string path = Path.Combine(Directory.CreateTempSubdirectory("mpi-").FullName, "état.safetensors");
        float[][] expected = LocalCommunicator.Run(1, communicator => Train(communicator, 5, load: false));
        LocalCommunicator.Run(2, communicator => Train(communicator, 3, load: false));
        float[][] found = LocalCommunicator.Run(4, communicator => Train(communicator, 2, load: true));

        Assert.All(found, parameters => Assert.Equal(expected[0], parameters));

        float[] Train(Communicator communicator, int steps, bool load)
        {
            var network = new Normed(seed: load ? 9 : 4);
            using var trainer = new DistributedTrainer<Normed>(communicator, network, new AdamW(0.01f), batchSize: 32, threads: 1);
            if (load)
            {
                Assert.Equal("3", trainer.LoadCheckpoint(path)["steps"]);
            }

            for (int step = 0; step < steps; step++)
            {
                trainer.Step(inputs, labels);
            }

            if (!load)
            {
                trainer.SaveCheckpoint(path, new Dictionary<string, string> { ["steps"] = $"{steps}" });
            }

            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_told_to_all()
    {
        var error = Assert.Throws<AggregateException>(() => LocalCommunicator.Run(2, communicator =>
        {
            using var trainer = new DistributedTrainer<Plain>(communicator, new Plain(seed: 1), new Sgd(0.1f), batchSize: 4, threads: 1);
            trainer.SaveCheckpoint(Path.Combine(Path.GetTempPath(), "no such folder", "state.safetensors"));
            return 0;
        }));

        Assert.Equal(2, error.InnerExceptions.Count);
        Assert.All(error.InnerExceptions, inner => Assert.Contains("no such folder", Assert.IsType<IOException>(inner).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_of_ranks_that_does_not_divide_the_parts_is_refused()
    {
        var error = Assert.Throws<AggregateException>(() => LocalCommunicator.Run(3, communicator =>
        {
            using var distributed = new DistributedTrainer<Plain>(communicator, new Plain(seed: 1), new Sgd(0.1f), batchSize: 24);
            return 0;
        }));

        Assert.All(error.InnerExceptions, inner => Assert.Contains("a power of two that 3 ranks divide, found 8", inner.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Batches_that_do_not_fit_are_refused() => LocalCommunicator.Run(1, communicator =>
    {
        using var distributed = new DistributedTrainer<Plain>(communicator, new Plain(seed: 1), new Sgd(0.1f), batchSize: 4);
        Assert.Throws<ArgumentException>(() => distributed.Step(new float[5 * 144], new int[5]));
        Assert.Throws<ArgumentException>(() => distributed.Step(new float[144 + 1], new int[1]));
        Assert.Throws<ArgumentException>(() => distributed.Step(new float[2 * 144], new int[3]));
        return 0;
    });

    private static void RequireSameBits<T>(Func<T> create, Func<Optimizer> optimizer, int count, int length, float limit = 0)
        where T : class, ITrainableNetwork<T>
    {
        (float[] inputs, int[] labels) = Data(count, length);
        int[][] found =
        [
            .. Sizes.SelectMany(size => LocalCommunicator.Run(size, communicator =>
            {
                T network = create();
                using var trainer = new DistributedTrainer<T>(communicator, network, optimizer(), batchSize: 32, threads: 1)
                {
                    MaxGradientNorm = limit,
                };
                float loss = 0;
                for (int step = 0; step < 3; step++)
                {
                    loss = trainer.Step(inputs, labels);
                }

                Assert.True(trainer.GradientNorm > 0);
                return MemoryMarshal.Cast<float, int>([.. network.Parameters, loss]).ToArray();
            })),
        ];

        Assert.Equal(15, found.Length);
        Assert.All(found, bits => Assert.Equal(found[0], bits));
    }

    private static (float[] Inputs, int[] Labels) Data(int count, int length)
    {
        var random = new Random(7);
        return ([.. Enumerable.Range(0, count * length).Select(_ => random.NextSingle() - 0.5f)],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(5))]);
    }
}
