using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests;

/// <summary>For a layer that is affine in its input f(x) − f(0) = J·x, and backward computes Jᵀ·dy: ⟨J·x, dy⟩ = ⟨x, Jᵀ·dy⟩.</summary>
public class AdjointTests
{
    private static readonly HashSet<string> AffineKinds =
    [
        "Conv2d", "DepthwiseConv2d", "SeparableConv2d", "ConvTranspose2d", "FixedConv2d", "AvgPool2d", "AdaptiveAvgPool2d", "Subsample2d",
        "Linear", "LayerScale", "Upsample", "PixelShuffle", "ChannelShuffle", "Slice", "Pad2d", "CenterCrop2d", "Normalize", "Flatten",
        "Concat", "Add",
    ];

    public static TheoryData<string> Names =>
        [.. OperatorNetworks.Names.Where(name => OperatorNetworks.Create(name).Info.Layers.All(layer => AffineKinds.Contains(layer.Kind)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_is_the_adjoint_of_forward(string name)
    {
        ICompiled network = OperatorNetworks.Create(name);
        float[] x = OperatorNetworks.Inputs(name, network.Info);
        float[] dy = OperatorNetworks.OutputGradients(name, network.Info);
        ITraining training = network.Train(new Sgd(0.1f), OperatorNetworks.Batch, threads: 1);
        double[] shift = Doubles(training.Forward(new float[x.Length]));
        double[] y = Doubles(training.Forward(x));
        training.Backward(dy);
        double[] dx = Doubles(training.InputGradients);

        double left = y.Select((value, i) => (value - shift[i]) * dy[i]).Sum();
        double right = x.Select((value, i) => value * dx[i]).Sum();
        double scale = Norm(y) * Norm(Doubles(dy));
        Assert.True(Math.Abs(left - right) <= 1e-5 * scale, $"{name}: {left} and {right} differ by {Math.Abs(left - right) / scale:E2}");
    }

    private static double[] Doubles(ReadOnlySpan<float> values) => [.. values.ToArray().Select(value => (double)value)];

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));
}
