using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Dropout keeps the mean, changes from step to step, and is the same backward as forward.</summary>
public class DropoutTests
{
    private const int Batch = 4;
    private const float Kept = 1 / (1 - 0.3f);

    [Fact]
    public void Dropout_keeps_the_mean_and_drops_the_right_share()
    {
        float[] outputs = Forward(new Trainer<OnlyDropout>(new OnlyDropout(1), new Sgd(0.1f), Batch, threads: 1));
        Assert.All(outputs, y => Assert.True(y == 0 || Math.Abs(y - Kept) < 1e-6f, $"found {y}"));
        double share = outputs.Count(y => y == 0) / (double)outputs.Length;
        Assert.InRange(share, 0.3 - 0.03, 0.3 + 0.03);
        Assert.InRange(outputs.Average(), 1 - 0.05, 1 + 0.05);
    }

    [Fact]
    public void Samples_and_channels_have_masks_of_their_own()
    {
        float[] outputs = Forward(new Trainer<OnlyDropout>(new OnlyDropout(1), new Sgd(0.1f), Batch, threads: 1));
        float[][] rows = [.. outputs.Chunk(OnlyDropout.OutputLength / 3)];
        Assert.Equal(3 * Batch, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double agreement = rows[i].Zip(rows[j], (a, b) => a == b).Count(same => same) / (double)rows[i].Length;
                Assert.InRange(agreement, 0.3, 0.85);
            }
        }
    }

    [Fact]
    public void The_backward_mask_is_the_forward_mask()
    {
        var trainer = new Trainer<OnlyDropout>(new OnlyDropout(1), new Sgd(0.1f), Batch, threads: 1);
        float[] outputs = Forward(trainer);
        trainer.Backward(Ones());
        Assert.Equal(outputs, trainer.InputGradients.ToArray());
    }

    [Fact]
    public void Dropout_after_Flatten_keeps_the_order()
    {
        var trainer = new Trainer<DropoutAfterFlatten>(new DropoutAfterFlatten(1), new Sgd(0.1f), Batch, threads: 1);
        float[] inputs = SplitMix.Uniform("flat", Batch * DropoutAfterFlatten.InputLength, 1);
        float[] outputs = trainer.Forward(inputs).ToArray();
        Assert.Equal(inputs.Length, outputs.Length);
        Assert.All(inputs.Zip(outputs), p => Assert.True(p.Second == 0 || Math.Abs(p.Second - 2 * p.First) < 1e-6f));
        trainer.Backward(inputs);
        Assert.Equal(outputs, trainer.InputGradients.ToArray());
    }

    [Fact]
    public void Every_step_draws_anew()
    {
        var trainer = new Trainer<OnlyDropout>(new OnlyDropout(1), new Sgd(0.1f), Batch, threads: 1);
        float[] first = Forward(trainer), second = Forward(trainer);
        double agreement = first.Zip(second, (a, b) => a == b).Count(same => same) / (double)first.Length;
        Assert.InRange(agreement, 0.58 - 0.05, 0.58 + 0.05);
    }

    [Fact]
    public void Predict_does_not_drop()
    {
        var network = new OnlyDropout(1);
        var output = new float[OnlyDropout.OutputLength];
        network.Predict(Ones().AsSpan(0, OnlyDropout.InputLength), output);
        Assert.All(output, y => Assert.Equal(1, y));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 3)]
    [InlineData(1, 1)]
    public void The_same_seed_trains_to_the_same_bits_on_any_threads(int one, int other) =>
        Tolerance.SameBits(Train(5, one), Train(5, other), "parameters");

    [Fact]
    public void Dropout_between_layers_trains()
    {
        var trainer = new Trainer<DropoutBetween>(new DropoutBetween(2), new Adam(1e-2f), Batch, threads: 2);
        float[] inputs = SplitMix.Uniform("dropout", Batch * DropoutBetween.InputLength, 1);
        float first = trainer.Step(inputs, [0, 1, 2, 0]), last = first;
        for (int i = 0; i < 60; i++)
        {
            last = trainer.Step(inputs, [0, 1, 2, 0]);
        }
        Assert.True(last < first / 2, $"the loss went from {first} to {last}");
    }

    private static float[] Train(int seed, int threads)
    {
        var network = new DropoutBetween(seed);
        var trainer = new Trainer<DropoutBetween>(network, new Sgd(0.1f), Batch, threads);
        float[] inputs = SplitMix.Uniform("dropout", Batch * DropoutBetween.InputLength, 1);
        for (int i = 0; i < 3; i++)
        {
            trainer.Step(inputs, [0, 1, 2, 0]);
        }
        return network.Parameters.ToArray();
    }

    private static float[] Forward(Trainer<OnlyDropout> trainer) => trainer.Forward(Ones()).ToArray();

    private static float[] Ones()
    {
        var ones = new float[Batch * OnlyDropout.InputLength];
        Array.Fill(ones, 1);
        return ones;
    }
}

[Network, Input(3, 17, 31), Dropout(0.3f)]
public sealed partial class OnlyDropout;

[Network, Input(5, 7, 3), Flatten, Dropout(0.5f)]
public sealed partial class DropoutAfterFlatten;

[Network]
[Input(2, 5, 5)]
[Conv2d(9, 3), ReLU, Dropout(0.25f)]
[Flatten, Linear(11), Tanh, Dropout(0.5f), Linear(3)]
public sealed partial class DropoutBetween;
