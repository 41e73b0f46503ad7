using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Stochastic depth drops samples as a whole, scales the others, and does backward what it did forward.</summary>
public class DropPathTests
{
    private const int Batch = 64;
    private const int Steps = 40;
    private const float Probability = 0.3f;
    private const float Kept = 1 / (1 - Probability);

    [Fact]
    public void Samples_are_dropped_or_scaled_as_a_whole()
    {
        Trainer<OnlyDropPath> trainer = NewTrainer(threads: 1);
        float[] inputs = Inputs();
        for (int step = 0; step < 3; step++)
        {
            float[][] outputs = [.. trainer.Forward(inputs).ToArray().Chunk(OnlyDropPath.OutputLength)];
            Assert.All(outputs.Zip(inputs.Chunk(OnlyDropPath.InputLength)), sample =>
            {
                float factor = sample.First.All(y => y == 0) ? 0 : Kept;
                Assert.All(sample.Second.Zip(sample.First), p => Assert.Equal(factor * p.First, p.Second, 1e-6f));
            });
        }
    }

    [Fact]
    public void The_right_share_is_dropped_and_the_mean_kept()
    {
        Trainer<OnlyDropPath> trainer = NewTrainer(threads: 1);
        float[] factors = [.. Enumerable.Range(0, Steps).SelectMany(_ => Factors(trainer))];
        Assert.InRange(factors.Count(factor => factor == 0) / (double)factors.Length, Probability - 0.04, Probability + 0.04);
        Assert.InRange(factors.Average(), 1 - 0.06, 1 + 0.06);
    }

    [Fact]
    public void Every_step_draws_anew()
    {
        Trainer<OnlyDropPath> trainer = NewTrainer(threads: 1);
        Assert.NotEqual(Factors(trainer), Factors(trainer));
    }

    [Fact]
    public void The_backward_mask_is_the_forward_mask()
    {
        Trainer<OnlyDropPath> trainer = NewTrainer(threads: 1);
        float[] outputs = trainer.Forward(Inputs()).ToArray();
        Assert.Contains(0, outputs);
        trainer.Backward(Inputs());
        Assert.Equal(outputs, trainer.InputGradients.ToArray());
    }

    [Fact]
    public void Layers_draw_on_their_own()
    {
        var trainer = new Trainer<TwoDropPaths>(new TwoDropPaths(1), new Sgd(0.1f), Batch, threads: 1);
        float[] sums = trainer.Forward(Ones(Batch)).ToArray();
        foreach (float kept in new[] { 0, 2, 4 })
        {
            Assert.Contains(kept, sums);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Threads_do_not_change_a_bit(int threads) =>
        Tolerance.SameBits(Train(threads: 1), Train(threads), "parameters");

    [Fact]
    public void Predict_does_not_drop()
    {
        var network = new OnlyDropPath(1);
        float[] inputs = Inputs();
        var outputs = new float[inputs.Length];
        network.PredictBatch(inputs, outputs);
        Assert.Equal(inputs, outputs);
    }

    /// <summary>What each sample was multiplied by in one step.</summary>
    private static float[] Factors(Trainer<OnlyDropPath> trainer) =>
        [.. trainer.Forward(Ones(Batch * OnlyDropPath.InputLength)).ToArray().Where((_, i) => i % OnlyDropPath.OutputLength == 0)];

    private static float[] Train(int threads)
    {
        var network = new DropPathBlock(3);
        var trainer = new Trainer<DropPathBlock>(network, new Sgd(0.1f), batchSize: 9, threads: threads);
        float[] inputs = SplitMix.Uniform("path", 9 * DropPathBlock.InputLength, 1);
        for (int i = 0; i < 3; i++)
        {
            trainer.Step(inputs, [0, 1, 2, 0, 1, 2, 0, 1, 2]);
        }
        return network.Parameters.ToArray();
    }

    private static Trainer<OnlyDropPath> NewTrainer(int threads) => new(new OnlyDropPath(1), new Sgd(0.1f), Batch, threads: threads);

    private static float[] Inputs() => SplitMix.Uniform("path", Batch * OnlyDropPath.InputLength, 1);

    private static float[] Ones(int length) => [.. Enumerable.Repeat(1f, length)];
}

[Network, Input(5, 3, 2), DropPath(0.3f)]
public sealed partial class OnlyDropPath;

[Network, Input(1, 1, 1)]
[DropPath(0.5f, Name = "a"), DropPath(0.5f, From = Graph.Input, Name = "b"), Add("a", "b")]
public sealed partial class TwoDropPaths;

[Network]
[Input(2, 5, 5)]
[Conv2d(9, 3, Padding = 1), ReLU(Name = "stem")]
[Conv2d(9, 3, Padding = 1), DropPath(0.4f), Add("stem"), ReLU]
[Flatten, Linear(3)]
public sealed partial class DropPathBlock;
