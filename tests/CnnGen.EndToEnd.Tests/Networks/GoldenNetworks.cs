// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

[Network]
[Input(1, 28, 28)]
[Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
[Conv2d(16, 5), Tanh, AvgPool2d(2)]
[Flatten]
[Linear(120), Tanh]
[Linear(84), Tanh]
[Linear(10)]
public sealed partial class LeNet5;

[Network]
[Input(1, 12, 12)]
[Conv2d(8, 3, Padding = 1), ReLU]
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), ReLU]
[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(32), ReLU]
[Linear(10)]
public sealed partial class TinyVgg;

[Network]
[Input(1, 28, 28)]
[Conv2d(32, 3, Padding = 1), ReLU]
[Conv2d(32, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(64, 3, Padding = 1), ReLU]
[Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(128), ReLU]
[Linear(10)]
public sealed partial class SmallVgg;

[Network]
[Input(1, 16, 16)]
[Conv2d(8, 5, Stride = 2, Padding = 2), MaxPool2d(2), ReLU]
[Conv2d(12, 3, Padding = 1), MaxPool2d(2), ReLU]
[Conv2d(2, 2), Softmax]
public sealed partial class Ball;

[Network(Rounding = Rounding.Floor)]
[Input(1, 36, 18)]
[Conv2d(4, 3, Padding = Pad.Same), ReLU, MaxPool2d(2)]
[Conv2d(8, 3, Padding = Pad.Same), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = Pad.Same), ReLU, MaxPool2d(4, 2)]
[Conv2d(2, 2), Softmax]
public sealed partial class Pedestrian;

[Network]
[Input(3, 60, 80)]
[Conv2d(16, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(24, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2, Rounding = Rounding.Floor)]
[Conv2d(32, 3, Padding = 1), LeakyReLU(0.1f)]
[Conv2d(40, 3, Padding = 1), LeakyReLU(0.1f)]
[Conv2d(7, 1)]
public sealed partial class Robot;

[Network]
[Input(13)]
[Linear(25), Tanh]
[Linear(7), ReLU]
[Linear(5)]
public sealed partial class Mlp;

[Network]
[Input(100)]
[Linear(67), ReLU]
[Linear(33), SiLU]
[Linear(11)]
public sealed partial class WideMlp;

[Network]
[Input(9)]
[Linear(3)]
public sealed partial class Perceptron;

[Network]
[Input(3, 5, 7)]
[Flatten]
[Linear(12), ReLU]
[Linear(4)]
public sealed partial class FlattenFirst;

[Network]
[Input(3, 9, 7)]
[Conv2d(8, 3, Padding = 1), ReLU]
[Conv2d(5, 3, Padding = 1)]
public sealed partial class Segmentation;

[Network]
[Input(3, 8, 6, Layout = TensorLayout.ChannelsLast)]
[Conv2d(5, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(8, 3)]
[Flatten]
[Linear(4)]
public sealed partial class ChannelsLast;

[Network]
[Input(5, 6, 7, Layout = TensorLayout.ChannelsLast)]
[Conv2d(9, 3, Padding = 1), Tanh]
[Conv2d(3, 3)]
public sealed partial class ChannelsLastOutput;

[Network]
[Input(3, 6, 6, Layout = TensorLayout.ChannelsLast)]
[MaxPool2d(2)]
[Conv2d(4, 3), Tanh]
public sealed partial class ChannelsLastPool;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingZeros;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0)]
public sealed partial class PaddingInnerZeros;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2, PaddingMode = PaddingMode.Reflect), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Reflect), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingReflect;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Reflect), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Reflect)]
public sealed partial class PaddingInnerReflect;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2, PaddingMode = PaddingMode.Replicate), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Replicate), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingReplicate;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Replicate), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Replicate)]
public sealed partial class PaddingInnerReplicate;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2, PaddingMode = PaddingMode.Circular), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Circular), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingCircular;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Circular), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Circular)]
public sealed partial class PaddingInnerCircular;

[Network]
[Input(3, 7, 6)]
[Conv2d(4, 4, Padding = Pad.Same), ReLU]
[Conv2d(6, 2, Padding = Pad.Same, Dilation = 2), Tanh]
[Conv2d(5, 2, 5, Padding = Pad.Same)]
[Flatten]
[Linear(4)]
public sealed partial class SameEven;

[Network]
[Input(2, 7, 8)]
[Conv2d(4, 4, Padding = Pad.Same, PaddingMode = PaddingMode.Reflect), Tanh]
[Conv2d(6, 2, Padding = Pad.Same, PaddingMode = PaddingMode.Circular)]
[Flatten]
[Linear(4)]
public sealed partial class SameEvenReflect;

[Network]
[Input(2, 9, 9)]
[Conv2d(8, 3, Stride = 2, Padding = 1, PaddingMode = PaddingMode.Reflect), ReLU]
[Conv2d(8, 3, Stride = 2, Padding = 1, PaddingMode = PaddingMode.Replicate)]
[Flatten]
[Linear(4)]
public sealed partial class StridedReflect;

[Network]
[Input(3, 11, 10)]
[Conv2d(5, 3, Dilation = 2, Padding = 2), ReLU]
[Conv2d(8, 3, DilationHeight = 1, DilationWidth = 3), Tanh]
[Conv2d(4, 2, Dilation = 3, Padding = 1)]
[Flatten]
[Linear(4)]
public sealed partial class Dilation;

[Network]
[Input(6, 7, 7)]
[Conv2d(10, 3, Groups = 2, Padding = 1), ReLU]
[Conv2d(6, 1, Groups = 2), Tanh]
[Conv2d(9, 3, Groups = 3)]
[Flatten]
[Linear(4)]
public sealed partial class Groups;

[Network]
[Input(5, 9, 8)]
[Conv2d(5, 3, Groups = 5, Padding = 1), ReLU]
[Conv2d(10, 3, Groups = 5), Tanh]
[Conv2d(10, 3, Groups = 10, Stride = 2, Rounding = Rounding.Floor)]
[Flatten]
[Linear(4)]
public sealed partial class Depthwise;

[Network]
[Input(1, 8, 8)]
[Conv2d(24, 3, Padding = 1), ReLU]
[Conv2d(24, 5, Groups = 24, Padding = 2, Bias = false), ReLU]
[Conv2d(16, 1)]
[Conv2d(16, 3, Groups = 16, Stride = 2, Padding = 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class DepthwiseWide;

[Network]
[Input(3, 11, 13)]
[Conv2d(5, 3, Stride = 2, Padding = 1), ReLU]
[Conv2d(8, 3, Stride = 2, Rounding = Rounding.Floor), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class Stride2;

[Network]
[Input(2, 10, 12)]
[Conv2d(8, 2, Stride = 2), ReLU]
[Conv2d(9, 4, Stride = 2, Padding = 1, Rounding = Rounding.Floor)]
[Flatten]
[Linear(4)]
public sealed partial class Stride2Even;

[Network(Rounding = Rounding.Floor)]
[Input(3, 17, 14)]
[Conv2d(7, 5, Stride = 3, Padding = 2, Rounding = Rounding.Floor), ReLU]
[Conv2d(5, 3, Stride = 3, Rounding = Rounding.Floor), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class Stride3;

[Network]
[Input(3, 9, 9)]
[Conv2d(8, 1, Stride = 2), ReLU]
[Conv2d(5, 1, Stride = 3, Rounding = Rounding.Floor)]
[Flatten]
[Linear(4)]
public sealed partial class StrideGap;

[Network(Rounding = Rounding.Ceil)]
[Input(2, 8, 9)]
[Conv2d(5, 3, Stride = 2, Rounding = Rounding.Ceil), ReLU]
[Conv2d(6, 3, Stride = 3, Padding = 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class StrideCeil;

[Network]
[Input(3, 23, 21)]
[Conv2d(8, 7, Stride = 2, Padding = 3), ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]
[Conv2d(8, 3, Padding = 1)]
[Flatten]
[Linear(4)]
public sealed partial class ResNetStem;

[Network]
[Input(3, 35, 35)]
[Conv2d(10, 11, Stride = 4, Padding = 2), ReLU, MaxPool2d(3, Stride = 2, Rounding = Rounding.Floor)]
[Conv2d(8, 3)]
[Flatten]
[Linear(4)]
public sealed partial class AlexNetStem;

[Network]
[Input(2, 9, 12)]
[Conv2d(5, 3, 5, StrideHeight = 2, PaddingHeight = 1, PaddingWidth = 2), ReLU]
[Conv2d(8, 1, 4, StrideWidth = 2), Tanh]
[Conv2d(3, 5, 1)]
[Flatten]
[Linear(4)]
public sealed partial class PerAxis;

[Network]
[Input(3, 6, 7)]
[Conv2d(5, 3, Mode = ConvMode.Convolution, Padding = 1), Tanh]
[Conv2d(4, 2, 3, Mode = ConvMode.Convolution)]
[Flatten]
[Linear(4)]
public sealed partial class Flipped;

[Network]
[Input(4, 6, 7)]
[Conv2d(8, 3, Groups = 2, Mode = ConvMode.Convolution), Tanh]
[Conv2d(8, 3, Groups = 8, Mode = ConvMode.Convolution)]
[Flatten]
[Linear(4)]
public sealed partial class FlippedGroups;

[Network]
[Input(4, 6, 6)]
[Conv2d(5, 3, InputMasks = new[] { 1, 3, 6, 12, 15 }, Padding = 1), Tanh]
[Conv2d(9, 3, InputMasks = new[] { 1, 2, 4, 8, 16, 31, 5, 10, 21 })]
[Flatten]
[Linear(4)]
public sealed partial class InputMasks;

[Network]
[Input(3, 6, 6)]
[Conv2d(5, 3, Bias = false), ReLU]
[Conv2d(9, 1, Bias = false)]
[Flatten]
[Linear(12, Bias = false), Tanh]
[Linear(4, Bias = false)]
public sealed partial class NoBias;

[Network]
[Input(3, 5, 4)]
[Conv2d(5, 1), ReLU]
[Conv2d(7, 1), ReLU]
[Conv2d(13, 1), Tanh]
[Conv2d(25, 1), ReLU]
[Flatten]
[Linear(4)]
public sealed partial class OneByOne;

[Network]
[Input(3, 7, 6)]
[Conv2d(5, 3, Padding = 1), ReLU]
[Conv2d(7, 3, Padding = 1), ReLU]
[Conv2d(13, 3, Padding = 1), Tanh]
[Conv2d(25, 3), ReLU]
[Flatten]
[Linear(4)]
public sealed partial class OddChannels;

[Network]
[Input(7, 5, 5)]
[Conv2d(40, 3, Padding = 1), ReLU]
[Conv2d(50, 3), ReLU]
[Conv2d(33, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class ManyChannels;

[Network]
[Input(1, 9, 9)]
[Conv2d(3, 9, Padding = 4), Tanh]
[Conv2d(5, 7, 1)]
[Conv2d(5, 1, 7)]
[Flatten]
[Linear(4)]
public sealed partial class Large;

[Network]
[Input(9, 1, 1)]
[Conv2d(7, 1), Tanh]
[Conv2d(4, 3, Padding = 1)]
public sealed partial class SinglePixel;

[Network]
[Input(2, 12, 1)]
[Conv2d(6, 3, 1), ReLU, MaxPool2d(2, 1)]
[Conv2d(5, 2, 1)]
[Flatten]
[Linear(4)]
public sealed partial class Column;

[Network]
[Input(2, 1, 13)]
[Conv2d(6, 1, 3), ReLU, AvgPool2d(1, 2, Rounding = Rounding.Floor)]
[Conv2d(5, 1, 2)]
[Flatten]
[Linear(4)]
public sealed partial class Row;

[Network]
[Input(3, 8, 9)]
[MaxPool2d(3, Stride = 2, Padding = 1, Rounding = Rounding.Floor)]
[Conv2d(9, 3, Padding = 1), MaxPool2d(3, Stride = 1, Padding = 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class MaxPadded;

[Network]
[Input(3, 8, 7)]
[Conv2d(5, 1), MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil), Tanh, MaxPool2d(2, Padding = 1, Rounding = Rounding.Ceil)]
[Flatten]
[Linear(4)]
public sealed partial class MaxCeil;

[Network]
[Input(2, 9, 10)]
[MaxPool2d(3, Dilation = 2, Stride = 1)]
[Conv2d(9, 1), Tanh, MaxPool2d(2, Dilation = 3, Stride = 2, Padding = 1, Rounding = Rounding.Floor)]
[Flatten]
[Linear(4)]
public sealed partial class MaxDilated;

[Network]
[Input(3, 9, 9)]
[MinPool2d(3, Stride = 2)]
[Conv2d(9, 3, Padding = 1), Tanh, MinPool2d(2, Stride = 1, Padding = 1), MinPool2d(2, 3, Rounding = Rounding.Floor)]
[Flatten]
[Linear(4)]
public sealed partial class MinPools;

[Network]
[Input(3, 8, 7)]
[AvgPool2d(3, Stride = 2, Padding = 1, Rounding = Rounding.Floor)]
[Conv2d(9, 3, Padding = 1), Tanh, AvgPool2d(3, Stride = 1, Padding = 1)]
[Flatten]
[Linear(4)]
public sealed partial class AvgPadded;

[Network]
[Input(3, 8, 7)]
[AvgPool2d(3, Stride = 2, Padding = 1, CountIncludePad = false, Rounding = Rounding.Floor)]
[Conv2d(9, 3, Padding = 1), Tanh, AvgPool2d(3, Stride = 1, Padding = 1, CountIncludePad = false)]
[Flatten]
[Linear(4)]
public sealed partial class AvgExcludePad;

[Network]
[Input(3, 8, 7)]
[AvgPool2d(3, Stride = 2, Padding = 1, Rounding = Rounding.Ceil)]
[Conv2d(9, 2), Tanh, AvgPool2d(2, Padding = 1, Rounding = Rounding.Ceil, CountIncludePad = false)]
[Flatten]
[Linear(4)]
public sealed partial class AvgCeil;

[Network]
[Input(2, 8, 9)]
[MaxPool2d(2, 3)]
[Conv2d(5, 1), AvgPool2d(1, 3), Tanh, MinPool2d(4, 1)]
[Flatten]
[Linear(4)]
public sealed partial class PoolAxes;

[Network]
[Input(2, 8, 8)]
[MaxPool2d(2, Stride = 3)]
[Conv2d(5, 1), AvgPool2d(1, Stride = 2, Rounding = Rounding.Floor)]
[Flatten]
[Linear(4)]
public sealed partial class PoolGap;

[Network]
[Input(3, 9, 8)]
[MaxPool2d(3, 2, StrideHeight = 2, StrideWidth = 1, PaddingHeight = 1, PaddingWidth = 0)]
[Conv2d(9, 1), Tanh, AvgPool2d(2, 3, StrideHeight = 1, PaddingLeft = 1, PaddingRight = 1)]
[MinPool2d(2, DilationHeight = 2, Stride = 1)]
[Flatten]
[Linear(4)]
public sealed partial class PoolPerAxis;

[Network]
[Input(3, 8, 7)]
[MaxPool2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Rounding = Rounding.Floor)]
[Conv2d(9, 1), Tanh, AvgPool2d(3, Stride = 1, PaddingTop = 1, PaddingLeft = 1, CountIncludePad = false)]
[AvgPool2d(3, Stride = 2, PaddingTop = 1, PaddingRight = 1, Rounding = Rounding.Ceil)]
[Flatten]
[Linear(4)]
public sealed partial class PoolAsymmetric;

[Network]
[Input(3, 8, 8)]
[MaxPool2d(2)]
[Conv2d(5, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class TiesFirst;

[Network]
[Input(3, 9, 9)]
[MaxPool2d(3, Stride = 2, Padding = 1), MinPool2d(3, Stride = 1)]
[Conv2d(5, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class TiesOverlapFirst;

[Network]
[Input(3, 7, 8)]
[MinPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Conv2d(5, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class TiesMinFirst;

[Network]
[Input(3, 7, 8)]
[Conv2d(9, 3, Padding = 1), ReLU6, MaxPool2d(2, Dilation = 2, Stride = 1, Padding = 1)]
[Flatten]
[Linear(4)]
public sealed partial class TiesInnerFirst;

[Network]
[Input(3, 8, 8)]
[MaxPool2d(2, Ties = Ties.Split)]
[Conv2d(5, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class TiesSplit;

[Network]
[Input(3, 9, 9)]
[MaxPool2d(3, Stride = 2, Padding = 1, Ties = Ties.Split), MinPool2d(3, Stride = 1, Ties = Ties.Split)]
[Conv2d(5, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class TiesOverlapSplit;

[Network]
[Input(3, 7, 8)]
[MinPool2d(3, Stride = 2, Rounding = Rounding.Ceil, Ties = Ties.Split)]
[Conv2d(5, 1), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class TiesMinSplit;

[Network]
[Input(3, 7, 8)]
[Conv2d(9, 3, Padding = 1), ReLU6, MaxPool2d(2, Dilation = 2, Stride = 1, Padding = 1, Ties = Ties.Split)]
[Flatten]
[Linear(4)]
public sealed partial class TiesInnerSplit;

[Network]
[Input(3, 6, 5)]
[Conv2d(9, 3, Padding = 1), ReLU, AvgPool2d(6, 5)]
[Flatten]
[Linear(4)]
public sealed partial class GlobalAvg;

[Network]
[Input(3, 6, 6)]
[MaxPool2d(2), AvgPool2d(3)]
public sealed partial class PoolOnly;

[Network]
[Input(2, 5, 7)]
[ReLU]
[Conv2d(5, 3, Padding = 1), ReLU]
[Flatten]
[Linear(7), ReLU]
[Linear(3)]
public sealed partial class ActReLU;

[Network]
[Input(2, 5, 7)]
[ReLU6]
[Conv2d(5, 3, Padding = 1), ReLU6]
[Flatten]
[Linear(7), ReLU6]
[Linear(3)]
public sealed partial class ActReLU6;

[Network]
[Input(2, 5, 7)]
[LeakyReLU(0.1f)]
[Conv2d(5, 3, Padding = 1), LeakyReLU(0.1f)]
[Flatten]
[Linear(7), LeakyReLU(0.1f)]
[Linear(3)]
public sealed partial class ActLeakyReLU;

[Network]
[Input(2, 5, 7)]
[PReLU]
[Conv2d(5, 3, Padding = 1), PReLU]
[Flatten]
[Linear(7), PReLU]
[Linear(3)]
public sealed partial class ActPReLU;

[Network]
[Input(2, 5, 7)]
[ELU(0.7f)]
[Conv2d(5, 3, Padding = 1), ELU(0.7f)]
[Flatten]
[Linear(7), ELU(0.7f)]
[Linear(3)]
public sealed partial class ActELU;

[Network]
[Input(2, 5, 7)]
[SiLU]
[Conv2d(5, 3, Padding = 1), SiLU]
[Flatten]
[Linear(7), SiLU]
[Linear(3)]
public sealed partial class ActSiLU;

[Network]
[Input(2, 5, 7)]
[GELU]
[Conv2d(5, 3, Padding = 1), GELU]
[Flatten]
[Linear(7), GELU]
[Linear(3)]
public sealed partial class ActGELU;

[Network]
[Input(2, 5, 7)]
[GELU(Approximate = GeluApproximation.Tanh)]
[Conv2d(5, 3, Padding = 1), GELU(Approximate = GeluApproximation.Tanh)]
[Flatten]
[Linear(7), GELU(Approximate = GeluApproximation.Tanh)]
[Linear(3)]
public sealed partial class ActGELUTanh;

[Network]
[Input(2, 5, 7)]
[Sigmoid]
[Conv2d(5, 3, Padding = 1), Sigmoid]
[Flatten]
[Linear(7), Sigmoid]
[Linear(3)]
public sealed partial class ActSigmoid;

[Network]
[Input(2, 5, 7)]
[Tanh]
[Conv2d(5, 3, Padding = 1), Tanh]
[Flatten]
[Linear(7), Tanh]
[Linear(3)]
public sealed partial class ActTanh;

[Network]
[Input(2, 5, 7)]
[ScaledTanh]
[Conv2d(5, 3, Padding = 1), ScaledTanh]
[Flatten]
[Linear(7), ScaledTanh]
[Linear(3)]
public sealed partial class ActScaledTanh;

[Network]
[Input(2, 5, 7)]
[Hardswish]
[Conv2d(5, 3, Padding = 1), Hardswish]
[Flatten]
[Linear(7), Hardswish]
[Linear(3)]
public sealed partial class ActHardswish;

[Network]
[Input(2, 5, 7)]
[Hardsigmoid]
[Conv2d(5, 3, Padding = 1), Hardsigmoid]
[Flatten]
[Linear(7), Hardsigmoid]
[Linear(3)]
public sealed partial class ActHardsigmoid;

[Network]
[Input(2, 5, 7)]
[Softplus]
[Conv2d(5, 3, Padding = 1), Softplus]
[Flatten]
[Linear(7), Softplus]
[Linear(3)]
public sealed partial class ActSoftplus;

[Network]
[Input(2, 5, 7)]
[Mish]
[Conv2d(5, 3, Padding = 1), Mish]
[Flatten]
[Linear(7), Mish]
[Linear(3)]
public sealed partial class ActMish;

[Network]
[Input(7)]
[Linear(9), Softmax]
[Linear(5), Softmax]
public sealed partial class ActSoftmax;

[Network]
[Input(7)]
[Linear(9), Tanh]
[Linear(5), LogSoftmax]
public sealed partial class ActLogSoftmax;

[Network]
[Input(11)]
[Softmax]
[Linear(5)]
public sealed partial class ActSoftmaxFirst;

[Network]
[Input(3, 5, 4)]
[Softmax]
[Conv2d(13, 3, Padding = 1), Softmax]
[Conv2d(5, 1), Softmax]
public sealed partial class ActSoftmaxChannels;

[Network]
[Input(3, 5, 4)]
[LogSoftmax]
[Conv2d(9, 3, Padding = 1), LogSoftmax]
public sealed partial class ActLogSoftmaxChannels;

[Network]
[Input(3, 5, 6)]
[Conv2d(9, 3), ReLU, Tanh, Softplus, MaxPool2d(2, Stride = 1), Sigmoid]
[Flatten, ELU(0.7f)]
[Linear(4), Tanh]
public sealed partial class ActChain;

[Network]
[Input(3, 5, 6)]
[Tanh]
public sealed partial class ActOnly;

[Network]
[Input(13)]
[GELU]
public sealed partial class ActOnlyVector;

[Network]
[Input(3, 6, 6)]
[Conv2d(5, 3), Dropout(0.0f), ReLU]
[Flatten, Dropout(0.0f)]
[Linear(4)]
public sealed partial class DropoutZero;

[Network]
[Input(13)]
[Linear(9), Tanh]
[Linear(5)]
public sealed partial class MeanSquaredError;

[Network]
[Input(13)]
[Linear(9), Tanh]
[Linear(5)]
public sealed partial class BinaryCrossEntropy;

[Network]
[Input(13)]
[Linear(9), Tanh]
[Linear(5)]
public sealed partial class LabelSmoothing;

[Network]
[Input(3, 5, 6)]
[Conv2d(9, 3, Padding = 1), Tanh]
[Conv2d(3, 1)]
public sealed partial class PixelMeanSquaredError;
