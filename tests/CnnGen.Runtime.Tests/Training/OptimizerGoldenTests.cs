namespace CnnGen.Runtime.Tests;

/// <summary>Optimizers and clipping against PyTorch's own; Lion against its paper's formula.</summary>
public sealed class OptimizerGoldenTests
{
    private static readonly Dictionary<string, Func<Optimizer>> Cases = new()
    {
        ["Sgd"] = () => new Sgd(0.1, 0.9, 0.05, nesterov: true),
        ["Adam"] = () => new Adam(0.02, 0.8, 0.95, 1e-3, 0.1),
        ["Adam amsGrad"] = () => new Adam(0.02, 0.8, 0.95, 1e-3, 0.1, amsGrad: true),
        ["AdamW"] = () => new AdamW(0.02, 0.8, 0.95, 1e-3, 0.1),
        ["AdamW amsGrad"] = () => new AdamW(0.02, 0.8, 0.5, 1e-8, 0.1, amsGrad: true),
        ["RmsProp"] = () => new RmsProp(0.02, 0.9, 1e-3, 0.1, 0.7, centered: true),
        ["Lion"] = () => new Lion(),
        ["Lion decay"] = () => new Lion(0.01, 0.8, 0.95, 0.5),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryStepIsPyTorchs(string name)
    {
        var network = new ScalingNetwork<Ten>();
        using Trainer<ScalingNetwork<Ten>> trainer = Create(network, Cases[name]());
        float[] gradients = TrainingGoldens.Singles("optimizer/gradients");
        double[] expected = TrainingGoldens.Get($"optimizer/{name}");
        for (int step = 0; step < gradients.Length / 10; step++)
        {
            Backward(trainer, gradients.AsSpan(step * 10, 10));
            trainer.ApplyGradients();
            TrainingGoldens.Check($"{name}, step {step}", expected.AsSpan(step * 10, 10), network.Weights.AsSpan(0, 10), 2e-6);
        }
    }

    [Theory]
    [InlineData(0.7f, "0.7")]
    [InlineData(100f, "100")]
    public void ClippingIsPyTorchs(float limit, string name)
    {
        var network = new ScalingNetwork<Ten>();
        using Trainer<ScalingNetwork<Ten>> trainer = Create(network, new Sgd(1));
        trainer.MaxGradientNorm = limit;
        float[] before = network.Weights[..10];
        Backward(trainer, TrainingGoldens.Singles("optimizer/gradients").AsSpan(0, 10));
        double[] expected = TrainingGoldens.Get($"clip/{name}");
        Assert.Equal(expected[0], trainer.GradientNorm, 1e-6);
        trainer.ApplyGradients();
        TrainingGoldens.Check(
            $"clipped to {limit}", expected.AsSpan(1), before.Zip(network.Weights, (old, now) => old - now).ToArray(), 1e-6);
    }

    [Fact]
    public void LionRefusesWhatItCannotUse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lion(beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lion(beta2: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lion(weightDecay: double.NaN));
    }

    private static Trainer<ScalingNetwork<Ten>> Create(ScalingNetwork<Ten> network, Optimizer optimizer)
    {
        TrainingGoldens.Singles("optimizer/weights").CopyTo(network.Weights, 0);
        return new(network, optimizer, batchSize: 1, threads: 1);
    }

    /// <summary>With inputs of 1 the gradient of a weight is the output gradient.</summary>
    private static void Backward(Trainer<ScalingNetwork<Ten>> trainer, ReadOnlySpan<float> gradients)
    {
        trainer.Forward([.. Enumerable.Repeat(1f, 10)]);
        trainer.Backward(gradients);
    }
}
