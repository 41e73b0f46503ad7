using CnnGen.EndToEnd.Tests.Reference;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.ReferenceTests;

/// <summary>Every operator at odd sizes, with weights and an input away from kinks.</summary>
internal static class OperatorCases
{
    private static readonly Dims Image = new(3, 7, 5);
    private static readonly Dims Wide = new(6, 5, 7);

    public static IReadOnlyList<(string Name, Func<Layer> Create, Dims Input, bool IsLinear)> All { get; } =
    [
        ("Conv2d", () => new Conv2dLayer(5, 3), Image, true),
        ("Conv2d padded", () => new Conv2dLayer(5, 3) { Padding = 1, Bias = false }, Image, true),
        ("Conv2d asymmetric", () => new Conv2dLayer(2, 3, 2) { PaddingTop = 2, PaddingRight = 1, Bias = false }, Image, true),
        ("Conv2d same", () => new Conv2dLayer(2, 4) { Padding = Pad.Same, Bias = false }, Image, true),
        ("Conv2d reflect", () => new Conv2dLayer(3, 3) { Padding = 2, PaddingMode = PaddingMode.Reflect, Bias = false }, Image, true),
        ("Conv2d replicate", () => new Conv2dLayer(3, 3) { Padding = 2, PaddingMode = PaddingMode.Replicate, Bias = false }, Image, true),
        ("Conv2d circular", () => new Conv2dLayer(3, 3) { Padding = 2, PaddingMode = PaddingMode.Circular, Bias = false }, Image, true),
        ("Conv2d strided", () => new Conv2dLayer(3, 3) { Stride = 2, StrideWidth = 3, Rounding = Rounding.Floor }, Image, true),
        ("Conv2d ceil", () => new Conv2dLayer(3, 2) { Stride = 3, Rounding = Rounding.Ceil }, Image, true),
        ("Conv2d dilated", () => new Conv2dLayer(3, 3) { DilationHeight = 3, DilationWidth = 2 }, Image, true),
        ("Conv2d groups", () => new Conv2dLayer(9, 3) { Groups = 3, Bias = false }, Wide, true),
        ("Conv2d depthwise", () => new Conv2dLayer(6, 3) { Groups = 6, Padding = 1 }, Wide, true),
        ("Conv2d flipped", () => new Conv2dLayer(3, 2, 3) { Mode = ConvMode.Convolution, Bias = false }, Image, true),
        ("Conv2d masks", () => new Conv2dLayer(4, 3) { InputMasks = [1, 2, 5, 7], Bias = false }, Image, true),
        ("Linear", () => new LinearLayer(7), new(13, 1, 1), true),
        ("Linear without bias", () => new LinearLayer(7) { Bias = false }, new(13, 1, 1), true),
        ("AvgPool2d", () => new AvgPool2dLayer(2) { Rounding = Rounding.Floor }, Image, true),
        ("AvgPool2d padded", () => new AvgPool2dLayer(3) { Stride = 2, Padding = 1 }, Image, true),
        ("AvgPool2d exclude", () => new AvgPool2dLayer(3) { Stride = 2, Padding = 1, CountIncludePad = false }, Image, true),
        ("AvgPool2d ceil", () => new AvgPool2dLayer(3, 2) { Padding = 1, Rounding = Rounding.Ceil }, Image, true),
        ("MaxPool2d", () => new MaxPool2dLayer(2) { Rounding = Rounding.Floor }, Image, false),
        ("MaxPool2d overlapping", () => new MaxPool2dLayer(3) { Stride = 1, Padding = 1, Ties = Ties.Split }, Image, false),
        ("MaxPool2d dilated", () => new MaxPool2dLayer(2) { Stride = 1, Dilation = 3 }, Image, false),
        ("MinPool2d", () => new MinPool2dLayer(3) { Stride = 2, Rounding = Rounding.Ceil }, Image, false),
        ("ReLU", () => new ReLULayer(), Image, false),
        ("ReLU6", () => new ReLU6Layer(), Image, false),
        ("LeakyReLU", () => new LeakyReLULayer(0.1f), Image, false),
        ("PReLU", () => new PReLULayer(), Image, false),
        ("ELU", () => new ELULayer(0.7f), Image, false),
        ("SiLU", () => new SiLULayer(), Image, false),
        ("GELU", () => new GELULayer(), Image, false),
        ("GELU tanh", () => new GELULayer { Approximate = GeluApproximation.Tanh }, Image, false),
        ("Sigmoid", () => new SigmoidLayer(), Image, false),
        ("Tanh", () => new TanhLayer(), Image, false),
        ("ScaledTanh", () => new ScaledTanhLayer(), Image, false),
        ("Hardswish", () => new HardswishLayer(), Image, false),
        ("Hardsigmoid", () => new HardsigmoidLayer(), Image, false),
        ("Softplus", () => new SoftplusLayer(), Image, false),
        ("Mish", () => new MishLayer(), Image, false),
        ("Softmax", () => new SoftmaxLayer(), Image, false),
        ("Softmax of a vector", () => new SoftmaxLayer(), new(11, 1, 1), false),
        ("LogSoftmax", () => new LogSoftmaxLayer(), Image, false),
        ("Flatten", () => new FlattenLayer(), Image, true),
        ("Dropout(0)", () => new DropoutLayer(0), Image, true),
    ];

    /// <summary>The layer with weights, and an input in [-8, 8).</summary>
    public static (Layer Layer, double[] X) Create(string name)
    {
        (_, Func<Layer> create, Dims input, _) = All.Single(c => c.Name == name);
        Layer layer = create();
        layer.Bind(input);
        foreach (Weights weights in layer.Weights)
        {
            GradientTests.Doubles(weights.Suffix, weights.Value.Length).CopyTo(weights.Value, 0);
        }
        return (layer, [.. GradientTests.Doubles("x", input.Length).Select(v => 8 * v)]);
    }
}
