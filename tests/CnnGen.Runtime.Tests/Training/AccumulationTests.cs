using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Runtime.Tests;

public sealed class AccumulationTests
{
    private readonly ScalingNetwork<Ten> _network = new();

    /// <summary>With inputs of 1 and a mean loss, a sample's gradient is its output gradient.</summary>
    [Fact]
    public void UnevenPartsCountBySamples()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        Own(trainer, 3, gradient: 1f / 3);
        Own(trainer, 1, gradient: 5f, accumulate: true);
        Assert.Equal(2f, trainer.Gradients[0]);
        trainer.ApplyGradients();
        Assert.Equal(1f - 0.5f * 2f, _network.Weights[0]);
    }

    [Fact]
    public void PartsAreTheWholeBatch()
    {
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, 40).Select(_ => random.NextSingle() - 0.5f)];
        int[] labels = [3, 1, 7, 0];
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        trainer.ForwardBackward(inputs, labels);
        float[] whole = trainer.Gradients.ToArray();

        trainer.ForwardBackward(inputs.AsSpan(0, 30), labels.AsSpan(0, 3));
        trainer.ForwardBackward(inputs.AsSpan(30), labels.AsSpan(3), accumulate: true);
        Assert.All(trainer.Gradients.ToArray().Zip(whole), pair => Assert.Equal(pair.Second, pair.First, 1e-7f));
        Assert.NotEqual(0f, whole[0]);
    }

    [Fact]
    public void AfterAnUpdateOrAFirstPartSamplesBeginAnew()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        Own(trainer, 1, gradient: 3f, accumulate: true);
        Assert.Equal(3f, trainer.Gradients[0]);
        trainer.ApplyGradients();
        Own(trainer, 1, gradient: 5f, accumulate: true);
        Assert.Equal(5f, trainer.Gradients[0]);
        Own(trainer, 1, gradient: 7f);
        Assert.Equal(7f, trainer.Gradients[0]);
    }

    [Fact]
    public void RefusedSamplesLeaveThoseBefore()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        Own(trainer, 3, gradient: 1f / 3);
        Assert.Throws<ArgumentException>(() => trainer.ForwardBackward(new float[10], [10], accumulate: true));
        Own(trainer, 1, gradient: 5f, accumulate: true);
        Assert.Equal(2f, trainer.Gradients[0]);
    }

    /// <summary>(3, 4) to norm 1 is (0.6, 0.8).</summary>
    [Theory]
    [InlineData(0f, 3f, 4f)]
    [InlineData(1f, 0.6f, 0.8f)]
    [InlineData(5.1f, 3f, 4f)]
    public void LargeGradientsAreClipped(float limit, float first, float second)
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        trainer.MaxGradientNorm = limit;
        trainer.Forward([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        trainer.Backward([3, 0, 0, 0, 0, 0, 0, 0, 4, 0]);
        Assert.Equal(5f, trainer.GradientNorm);
        trainer.ApplyGradients();
        Assert.Equal(5f, trainer.GradientNorm);
        Assert.Equal(3f, trainer.Gradients[0]);
        Assert.Equal(1 - 0.5 * first, _network.Weights[0], 1e-6);
        Assert.Equal(1 - 0.5 * second, _network.Weights[8], 1e-6);
    }

    [Fact]
    public void NormOfManyGradientsDependsOnNoThreads()
    {
        var random = new Random(4);
        float[] gradients = [.. Enumerable.Range(0, 50_003).Select(_ => (random.NextSingle() - 0.5f) * 1e25f)];
        float[] ones = [.. Enumerable.Repeat(1f, gradients.Length)];
        float[] norms = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            using var trainer = new Trainer<ScalingNetwork<Long>>(new ScalingNetwork<Long>(), new Sgd(0.1), batchSize: 1, threads);
            trainer.Forward(ones);
            trainer.Backward(gradients);
            return trainer.GradientNorm;
        })];
        Assert.Equal((float)Math.Sqrt(gradients.Sum(gradient => (double)gradient * gradient)), norms[0]);
        Assert.All(norms, norm => Assert.Equal(norms[0], norm));
    }

    [Fact]
    public void NormNeedsABackwardPassAndALimitAboveZero()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        Assert.Throws<InvalidOperationException>(() => trainer.GradientNorm);
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.MaxGradientNorm = -1f);
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.MaxGradientNorm = float.NaN);
    }

    [Fact]
    public void NothingIsAllocatedAfterTheFirstCall()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create();
        trainer.MaxGradientNorm = 0.1f;
        float[] inputs = new float[30];
        int[] labels = new int[3];
        Allocation.AssertNone(() =>
        {
            trainer.ForwardBackward(inputs, labels);
            trainer.ForwardBackward(inputs, labels, accumulate: true);
            trainer.ApplyGradients();
            _ = trainer.GradientNorm;
        });
    }

    private Trainer<ScalingNetwork<Ten>> Create() => new(_network, new Sgd(0.5f), batchSize: 4, threads: 2);

    /// <summary>A part of samples that all have the same output gradients.</summary>
    private static void Own(Trainer<ScalingNetwork<Ten>> trainer, int samples, float gradient, bool accumulate = false)
    {
        trainer.Forward([.. Enumerable.Repeat(1f, 10 * samples)]);
        trainer.Backward([.. Enumerable.Repeat(gradient, 10 * samples)], accumulate);
    }
}
