using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests.Notes;

[Network, Input(3, 2, 2), LocalResponseNorm(3, Alpha = 1, K = 0), Flatten, Linear(1)]
public sealed partial class ResponseBeforeLinear;

[Network, Input(3, 2, 2), BatchNorm2d(Eps = 0), Flatten, Linear(1)]
public sealed partial class BatchNormBeforeLinear;

[Network, Input(3, 2, 2), Conv2d(3, 1), ReLU, Flatten, Linear(1)]
public sealed partial class ConvBeforeLinear;

[Network, Input(2), Linear(3), Sigmoid, Linear(1)]
public sealed partial class LinearBeforeLinear;

[Network, Input(3), LogSoftmax]
public sealed partial class LogOfThree;

[Network, Input(1, 1, 2), Upsample(2, Mode = UpsampleMode.Bilinear)]
public sealed partial class BetweenTwo;

[Network, Input(1, 2, 1), Upsample(3, Mode = UpsampleMode.Bilinear, AlignCorners = true)]
public sealed partial class BetweenTwoAligned;

[Network, Input(5000), Rbf(3)]
public sealed partial class ManyFeatures;

[Network, Input(8), Rbf(3000)]
public sealed partial class ManyClasses;

[Network, Input(1), Hardsigmoid]
public sealed partial class HardsigmoidOfOne;

[Network, Input(1), Linear(1, Bias = false), ELU]
public sealed partial class EluOfOne;

/// <summary>Infinite, huge and many numbers: nothing leaks out of lanes that hold no channel, and nothing overflows on the way.</summary>
public class HostileValueTests
{
    private const float Infinity = float.PositiveInfinity;

    private static readonly float[] Twelve = [.. Enumerable.Range(1, 12).Select(i => (float)i)];

    [Fact]
    public void Response_norm_without_a_constant() => Assert.Equal(4.69593f, Predict<ResponseBeforeLinear>(Twelve, parameter: 1), 1e-5f);

    [Fact]
    public void Batch_norm_without_eps()
    {
        var network = new BatchNormBeforeLinear();
        var trainer = new Trainer<BatchNormBeforeLinear>(network, new Sgd(0f), batchSize: 1, threads: 1);
        Assert.True(float.IsFinite(trainer.Forward(Twelve)[0]));
        trainer.Backward([1f]);
        Assert.All(trainer.InputGradients.ToArray(), gradient => Assert.True(float.IsFinite(gradient)));
        Assert.All(trainer.Gradients.ToArray(), gradient => Assert.True(float.IsFinite(gradient)));
    }

    /// <summary>Behind the channels, infinity times a weight of zero is NaN; what the channels hold becomes finite again.</summary>
    [Fact]
    public void Infinite_inputs_of_a_convolution() =>
        Assert.Equal(-1f, Predict<ConvBeforeLinear>([.. Twelve.Select(_ => Infinity)], parameter: -1));

    [Fact]
    public void Infinite_inputs_of_a_linear_layer() => Assert.Equal(4f, Predict<LinearBeforeLinear>([Infinity, 1], parameter: 1));

    [Theory]
    [InlineData(1f)]
    [InlineData(1e4f)]
    [InlineData(1e7f)]
    [InlineData(-1e7f)]
    public void Log_softmax_far_from_zero(float shift)
    {
        float[] scores = [shift, shift + 1, shift - 3];
        double[] exact = [.. scores.Select(score => score - (double)shift)];
        double logarithm = Math.Log(exact.Sum(Math.Exp));
        float[] found = Probe.Predict(new LogOfThree(), scores);
        Assert.All(exact.Zip(found), pair => Assert.Equal(pair.First - logarithm, pair.Second, 1e-6));
    }

    [Fact]
    public void Bilinear_beside_infinity()
    {
        float[] expected = [1, Infinity, Infinity, Infinity];
        Assert.Equal([.. expected, .. expected], Probe.Predict(new BetweenTwo(), [1, Infinity]));
        Assert.Equal([-Infinity, -Infinity, -Infinity, 1], Probe.Predict(new BetweenTwo(), [-Infinity, 1])[..4]);
        float[] aligned = Probe.Predict(new BetweenTwoAligned(), [2, Infinity]);
        Assert.Equal([2f, 2f, 2f, Infinity], aligned[..4]);
        Assert.Equal(Infinity, aligned[^1]);
    }

    [Fact]
    public void Bilinear_between_the_ends_of_the_range()
    {
        float[] found = Probe.Predict(new BetweenTwo(), [3e38f, -3e38f]);
        Assert.Equal(3e38f, found[0]);
        Assert.Equal(1.5e38f, found[1], 1e33f);
        Assert.Equal(-1.5e38f, found[2], 1e33f);
        Assert.Equal(-3e38f, found[3]);
    }

    [Fact]
    public void Bilinear_gradient_that_is_infinite() =>
        Assert.Equal([Infinity, 4f], Probe.InputGradient(new BetweenTwo(), [1, 2], [Infinity, 1, 1, 1, 1, 1, 1, 1]));

    [Fact]
    public void Squares_of_many_features()
    {
        var network = new ManyFeatures();
        float[] input = SplitMix.Uniform("features", 5000, 1);
        float[] codes = network.Parameters.ToArray();
        float[] found = Probe.Predict(network, input);
        for (int c = 0; c < 3; c++)
        {
            double exact = input.Select((x, i) => Math.Pow((double)x - codes[c * 5000 + i], 2)).Sum();
            Assert.Equal(exact, found[c], 5e-7 * exact);
        }
    }

    [Fact]
    public void Gradients_of_many_classes()
    {
        var network = new ManyClasses();
        float[] codes = network.Parameters.ToArray();
        float[] found = Probe.InputGradient(network, new float[8], [.. Enumerable.Repeat(1f, 3000)]);
        for (int i = 0; i < 8; i++)
        {
            double[] terms = [.. Enumerable.Range(0, 3000).Select(c => -2.0 * codes[c * 8 + i])];
            Assert.Equal(terms.Sum(), found[i], 3e-7 * terms.Sum(Math.Abs));
        }
    }

    [Theory]
    [InlineData(2.9999998f, 1f / 6)]
    [InlineData(-2.9999998f, 1f / 6)]
    [InlineData(3f, 0f)]
    [InlineData(-3f, 0f)]
    public void Hardsigmoid_beside_its_kinks(float x, float expected) =>
        Assert.Equal([expected], Probe.InputGradient(new HardsigmoidOfOne(), [x], [1f]));

    /// <summary>In training an activation behind a linear layer is not computed from an output that has reached its limit.</summary>
    [Fact]
    public void Elu_close_to_its_limit()
    {
        var network = new EluOfOne();
        network.Parameters[0] = 1;
        Assert.Equal(MathF.Exp(-20), Probe.InputGradient(network, [-20], [1f])[0], 1e-15f);
    }

    /// <summary>With every parameter the same; the bias of a network without other biases is 0.</summary>
    private static float Predict<T>(float[] input, float parameter)
        where T : INetwork<T>, new()
    {
        var network = new T();
        network.Parameters.Fill(parameter);
        network.Parameters[^1] = T.Info.Parameters.Count(p => p.Name.EndsWith("bias", StringComparison.Ordinal)) > 1 ? parameter : 0;
        return Probe.Predict(network, input)[0];
    }
}
