namespace CnnGen.Tool.Tests.Export;

// What the operators' own networks leave out, a few layers at a time.

[Network, Input(3, 13, 11)]
[AvgPool2d(3, Stride = 2, Padding = 1, Rounding = Rounding.Ceil), Conv2d(4, 1, Name = "a")]
[AvgPool2d(2, Stride = 2, Rounding = Rounding.Ceil, CountIncludePad = false), MaxPool2d(2, Stride = 3, Rounding = Rounding.Ceil)]
public sealed partial class RoundedUp;

[Network, Input(2, 14, 15)]
[MinPool2d(2, 3, Stride = 2, Padding = 1, Rounding = Rounding.Floor), Conv2d(5, 1, Name = "a")]
[MaxPool2d(2, Stride = 2, Dilation = 3, Rounding = Rounding.Ceil), MinPool2d(2, Stride = 1), ScaledTanh, Softmax]
public sealed partial class Extremes;

[Network, Input(3, 12, 9, Layout = TensorLayout.ChannelsLast)]
[Conv2d(8, 3, Padding = 1, PaddingMode = PaddingMode.Circular, Name = "a"), LeakyReLU(0.1f)]
[Conv2d(6, 4, Stride = 2, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 2, PaddingRight = 3,
    PaddingMode = PaddingMode.Reflect, Name = "b")]
[ELU(0.7f), Conv2d(5, 3, 1, Stride = 1, PaddingHeight = 1, PaddingMode = PaddingMode.Replicate, Name = "c"), Softplus]
public sealed partial class ChannelsLast;

[Network, Input(6, 9, 8)]
[Conv2d(4, 3, InputMasks = new[] { 0b000111, 0b111000, 0b010101, 0b111111 }, Mode = ConvMode.Convolution, Name = "a"), Mish]
[SeparableConv2d(8, 3, Padding = 1, Dilation = 1, Name = "b"), GELU, DepthwiseConv2d(3, Multiplier = 2, Padding = 1, Name = "c")]
[GELU(Approximate = GeluApproximation.Tanh), Conv2d(8, 3, 2, Groups = 4, Padding = 1, DilationHeight = 2, Name = "d"), Hardswish]
public sealed partial class Connections;

[Network, Input(4, 8, 8)]
[Conv2d(8, 3, Padding = 1, Name = "a"), BatchNorm2d(Affine = false, Name = "n"), ReLU6(Name = "x")]
[AdaptiveAvgPool2d(1, Name = "mean"), Conv2d(8, 1, Name = "s"), Hardsigmoid(Name = "scale")]
[Conv2d(1, 1, From = "x", Name = "m"), Sigmoid(Name = "map")]
[Multiply("x", "scale", "map"), Dropout(0.5f, Name = "y"), Slice(2, 4, Name = "part"), Slice(0, 4, From = "a")]
[Add("part"), DropPath(0.1f, Name = "z")]
[AdaptiveMaxPool2d(1), Flatten, Linear(6, Bias = false, Name = "fc"), BatchNorm1d(Name = "bn"), PReLU(PerChannel = true, Name = "p")]
[LogSoftmax(Name = "scores")]
[Output("scores"), Output("y"), Output("z"), Output("x")]
public sealed partial class Outputs;
