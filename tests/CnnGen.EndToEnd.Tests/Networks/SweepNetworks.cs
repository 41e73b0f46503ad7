// Written by Goldens/make_networks.py; change Goldens/sweep.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

[Network]
[Input(8, 1, 9, Layout = TensorLayout.ChannelsLast)]
[Softmax, LogSoftmax]
public sealed partial class Sweep00;

[Network]
[Input(16, 6, 8)]
[Dropout(0.0f)]
[Conv2d(17, 1, Stride = 1, PaddingHeight = 0, PaddingWidth = 0, Rounding = Rounding.Ceil, Dilation = 2)]
[Flatten]
public sealed partial class Sweep01;

[Network]
[Input(3, 4, 3)]
[Mish, ReLU]
[Conv2d(9, 3, Groups = 3, Stride = 1, PaddingBottom = 1, PaddingRight = 0), Softmax]
public sealed partial class Sweep02;

[Network]
[Input(8, 6, 11)]
[ReLU]
[Conv2d(12, 1, Groups = 4, Stride = 3, Padding = 0), LeakyReLU(0.1f), ELU(0.7f), LogSoftmax, Dropout(0.0f)]
[Flatten]
public sealed partial class Sweep03;

[Network]
[Input(3, 7, 11)]
[Hardsigmoid, Hardswish]
public sealed partial class Sweep04;

[Network]
[Input(5)]
[Tanh, ELU(0.7f)]
public sealed partial class Sweep05;

[Network]
[Input(4, 9, 11)]
[Conv2d(33, 3, StrideHeight = 2, StrideWidth = 2, Padding = 1, Rounding = Rounding.Ceil, Bias = false, Mode = ConvMode.Convolution)]
[Conv2d(5, 1, PaddingHeight = 0, PaddingWidth = 0, PaddingMode = PaddingMode.Reflect), Hardsigmoid, Tanh]
public sealed partial class Sweep06;

[Network]
[Input(2, 4, 1, Layout = TensorLayout.ChannelsLast)]
[Conv2d(2, 1, Stride = 1, Padding = 0, InputMasks = new[] { 2, 1 }), SiLU, LeakyReLU(0.1f)]
[MinPool2d(1, StrideHeight = 1, StrideWidth = 1, Padding = 0), LeakyReLU(0.1f), LogSoftmax]
[Flatten, PReLU]
public sealed partial class Sweep07;

[Network]
[Input(3, 8, 3)]
[Conv2d(3, 3, 2, Groups = 3, StrideHeight = 3, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor, Dilation = 2, PaddingMode = PaddingMode.Replicate, Bias = false)]
[Hardswish]
[Flatten]
[Linear(24), LeakyReLU(0.1f), Softmax]
public sealed partial class Sweep08;

[Network]
[Input(9, 1, 7)]
[Conv2d(18, 1, 1, Groups = 9, Padding = 0, PaddingMode = PaddingMode.Replicate)]
[Conv2d(8, 1, 4, Padding = 0, PaddingMode = PaddingMode.Circular)]
[Flatten, LeakyReLU(0.1f)]
public sealed partial class Sweep09;

[Network]
[Input(4, 1, 3)]
[Conv2d(4, 1, 1, Groups = 4, Stride = 3, PaddingBottom = 0, PaddingLeft = 0, PaddingRight = 0), Softmax]
public sealed partial class Sweep10;

[Network]
[Input(9, 11, 10)]
[Conv2d(8, 3, StrideHeight = 1, StrideWidth = 2, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 1, Rounding = Rounding.Ceil, Dilation = 2)]
[MinPool2d(4, Stride = 2, PaddingHeight = 1, PaddingWidth = 2, DilationHeight = 2, DilationWidth = 2), Sigmoid, LogSoftmax]
[LogSoftmax]
[Conv2d(13, 2, 1, StrideHeight = 3, StrideWidth = 2, Bias = false)]
public sealed partial class Sweep11;

[Network]
[Input(1, 1, 8)]
[MaxPool2d(2, Stride = 1, Padding = 1, Ties = Ties.Split)]
[Conv2d(24, 1, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Dilation = 2, PaddingMode = PaddingMode.Replicate, Bias = false)]
[Conv2d(9, 3, StrideHeight = 2, StrideWidth = 2, PaddingHeight = 2, PaddingWidth = 1), Tanh, Mish]
[Flatten, ReLU]
public sealed partial class Sweep12;

[Network]
[Input(9, 9, 8)]
[ReLU6]
[Conv2d(18, 2, 4, Groups = 9, Stride = 1, Padding = 0)]
[Conv2d(12, 3, Stride = 1, PaddingHeight = 1, PaddingWidth = 2, DilationHeight = 1, DilationWidth = 3, Mode = ConvMode.Convolution)]
[LeakyReLU(0.1f), ELU(0.7f), LogSoftmax]
[Flatten]
public sealed partial class Sweep13;

[Network]
[Input(2, 6, 1)]
[PReLU, Softplus, LeakyReLU(0.1f)]
[Conv2d(12, 4, 2, Stride = 2, Padding = 1, Dilation = 2, PaddingMode = PaddingMode.Replicate), Dropout(0.0f)]
[Flatten]
[Linear(3)]
[Linear(24, Bias = false)]
public sealed partial class Sweep14;

[Network]
[Input(3, 4, 9, Layout = TensorLayout.ChannelsLast)]
[Conv2d(16, 1, Stride = 3, Padding = 0, InputMasks = new[] { 6, 2, 6, 2, 4, 6, 6, 2, 5, 7, 7, 4, 4, 2, 6, 7 }), SiLU, SiLU, ReLU]
[Flatten]
[Linear(2)]
[Linear(5)]
public sealed partial class Sweep15;

[Network]
[Input(3, 3, 9)]
[ReLU, Dropout(0.0f), Softplus]
[MaxPool2d(2, StrideHeight = 1, StrideWidth = 1, PaddingHeight = 0, PaddingWidth = 1, Rounding = Rounding.Floor), ReLU6]
[MinPool2d(2, Stride = 1, Padding = 1, Dilation = 2)]
[Conv2d(16, 2, StrideHeight = 2, StrideWidth = 1, PaddingLeft = 1, PaddingRight = 0)]
public sealed partial class Sweep16;

[Network]
[Input(4, 11, 6)]
[Conv2d(7, 4, 4, Stride = 2, Rounding = Rounding.Ceil)]
[Conv2d(3, 2, 2, StrideHeight = 2, StrideWidth = 2, PaddingTop = 1, PaddingBottom = 1, PaddingLeft = 1, PaddingRight = 0, Rounding = Rounding.Floor)]
[MaxPool2d(3, 1, PaddingTop = 1, PaddingLeft = 0, Rounding = Rounding.Floor)]
public sealed partial class Sweep17;

[Network]
[Input(2, 8, 8)]
[Conv2d(6, 3, Groups = 2, PaddingHeight = 2, PaddingWidth = 0, Dilation = 2, Bias = false), LogSoftmax]
[Flatten]
[Linear(2, Bias = false)]
[Linear(1)]
[Linear(8), GELU]
public sealed partial class Sweep18;

[Network]
[Input(2, 2, 1, Layout = TensorLayout.ChannelsLast)]
[SiLU]
[Conv2d(2, 1, StrideHeight = 1, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor)]
public sealed partial class Sweep19;

[Network]
[Input(5, 6, 1)]
[Dropout(0.0f), LeakyReLU(0.1f), Dropout(0.0f), Sigmoid, AvgPool2d(4, Padding = 2, CountIncludePad = false), ScaledTanh]
public sealed partial class Sweep20;

[Network]
[Input(8, 4, 4)]
[AvgPool2d(3, Stride = 1, Padding = 1), Dropout(0.0f)]
[Conv2d(12, 3, 5, Stride = 1, PaddingTop = 2, PaddingRight = 3)]
[Flatten, Softplus, GELU(Approximate = GeluApproximation.Tanh), GELU]
[Linear(13, Bias = false)]
public sealed partial class Sweep21;

[Network]
[Input(3, 9, 2)]
[Conv2d(33, 2, 3, Stride = 1, PaddingHeight = 0, PaddingWidth = 2, PaddingMode = PaddingMode.Circular, Mode = ConvMode.Convolution)]
[ReLU]
[Conv2d(11, 5, Groups = 11, StrideHeight = 3, StrideWidth = 1, Padding = 4, Rounding = Rounding.Floor, Dilation = 2)]
[Conv2d(1, 5, Stride = 2, PaddingTop = 2, PaddingBottom = 0, PaddingRight = 2, PaddingMode = PaddingMode.Reflect), LogSoftmax]
[Flatten]
[Linear(13), LeakyReLU(0.1f)]
public sealed partial class Sweep22;

[Network]
[Input(3, 7, 6)]
[Dropout(0.0f)]
[Conv2d(17, 3, 5, Stride = 2, PaddingHeight = 0, PaddingWidth = 3)]
public sealed partial class Sweep23;

[Network]
[Input(16, 2, 4)]
[Sigmoid, AvgPool2d(2, Stride = 2, Padding = 1)]
[Conv2d(16, 2, 2, Groups = 16, StrideHeight = 3, StrideWidth = 1), GELU]
[Flatten]
[Linear(31), Softmax]
[Linear(8, Bias = false)]
public sealed partial class Sweep24;

[Network]
[Input(2, 8, 11)]
[Conv2d(9, 2, 4, Stride = 1, Bias = false)]
[Conv2d(9, 3, 2, Stride = 1, Rounding = Rounding.Ceil, Bias = false)]
[MaxPool2d(2, 1, StrideHeight = 1, StrideWidth = 1, Ties = Ties.Split), GELU]
[Flatten, LogSoftmax, Softplus]
public sealed partial class Sweep25;

[Network]
[Input(3, 6, 11, Layout = TensorLayout.ChannelsLast)]
[Conv2d(9, 2, Groups = 3, Stride = 3, Bias = false)]
[Conv2d(13, 3, Stride = 1, Padding = 2)]
[Flatten]
public sealed partial class Sweep26;

[Network]
[Input(4, 11, 6)]
[SiLU]
[Conv2d(17, 3, Stride = 3, Padding = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate)]
[Flatten]
[Linear(5), Softplus, Tanh, ScaledTanh]
public sealed partial class Sweep27;

[Network]
[Input(3, 10, 4)]
[Conv2d(3, 3, Groups = 3, Stride = 1, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 1, PaddingRight = 2, PaddingMode = PaddingMode.Reflect)]
[LogSoftmax, Dropout(0.0f)]
[Conv2d(33, 4, 2, Stride = 1, PaddingRight = 0)]
public sealed partial class Sweep28;

[Network]
[Input(36)]
[Softmax]
[Linear(16, Bias = false)]
[Linear(3), GELU, LogSoftmax]
public sealed partial class Sweep29;

[Network]
[Input(8, 7, 10)]
[MinPool2d(3, PaddingHeight = 0, PaddingWidth = 1, Rounding = Rounding.Floor)]
[MaxPool2d(1, 4, StrideHeight = 1, StrideWidth = 2, PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0)]
[AvgPool2d(1, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Rounding = Rounding.Ceil), Dropout(0.0f)]
[Flatten]
public sealed partial class Sweep30;

[Network]
[Input(3, 8, 10)]
[Conv2d(16, 4, Stride = 3, Padding = 3, Dilation = 2, PaddingMode = PaddingMode.Replicate)]
[Conv2d(3, 3, 4, PaddingTop = 0, PaddingBottom = 0, PaddingMode = PaddingMode.Circular)]
[Conv2d(3, 2, Groups = 3, StrideHeight = 1, StrideWidth = 2, PaddingTop = 1, PaddingRight = 1, Bias = false)]
[Conv2d(16, 4, Padding = 3)]
[Conv2d(17, 3, 1, StrideHeight = 3, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor, Mode = ConvMode.Convolution), GELU]
[Flatten]
public sealed partial class Sweep31;

[Network]
[Input(4, 1, 11)]
[Conv2d(25, 1, Stride = 2, Padding = 0, Rounding = Rounding.Ceil), Tanh, Dropout(0.0f)]
[Flatten, Softmax, PReLU]
public sealed partial class Sweep32;

[Network]
[Input(3, 9, 8)]
[Conv2d(1, 4, Stride = 1, Padding = 3, PaddingMode = PaddingMode.Replicate), Softmax, Mish]
public sealed partial class Sweep33;

[Network]
[Input(4)]
[Linear(2, Bias = false), ScaledTanh, Softmax, Softmax]
public sealed partial class Sweep34;

[Network]
[Input(4, 8, 8)]
[Hardsigmoid]
public sealed partial class Sweep35;

[Network]
[Input(3, 7, 6)]
[MaxPool2d(2, PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0, PaddingRight = 0, Rounding = Rounding.Floor), Softmax]
public sealed partial class Sweep36;

[Network]
[Input(4, 1, 2)]
[Conv2d(8, 2, Groups = 4, Stride = 2, PaddingHeight = 1, PaddingWidth = 1, Dilation = 2, PaddingMode = PaddingMode.Replicate, Bias = false)]
[ELU(0.7f)]
[Flatten]
[Linear(5), Softmax]
public sealed partial class Sweep37;

[Network]
[Input(4, 1, 9)]
[Conv2d(8, 1, Groups = 4, PaddingBottom = 0, PaddingRight = 0, PaddingMode = PaddingMode.Reflect), Dropout(0.0f)]
[Conv2d(12, 4, Rounding = Rounding.Ceil, Padding = Pad.Same)]
public sealed partial class Sweep38;

[Network]
[Input(1, 7, 8)]
[LogSoftmax, LogSoftmax]
[Conv2d(16, 4, 5, StrideHeight = 1, StrideWidth = 2, Padding = 3, Rounding = Rounding.Ceil, Dilation = 2), Dropout(0.0f)]
[LeakyReLU(0.1f)]
[Conv2d(8, 2, 4, Groups = 4, Stride = 1, PaddingHeight = 0, PaddingWidth = 1, Rounding = Rounding.Ceil, Bias = false)]
[Conv2d(24, 1, Stride = 3, Padding = 0)]
[Flatten]
public sealed partial class Sweep39;

[Network]
[Input(1, 10, 10, Layout = TensorLayout.ChannelsLast)]
[SiLU, ELU(0.7f)]
[Conv2d(5, 5, Stride = 2, PaddingHeight = 3, PaddingWidth = 2, Rounding = Rounding.Floor, Dilation = 2)]
[Conv2d(17, 4, Stride = 1, PaddingHeight = 3, PaddingWidth = 2, PaddingMode = PaddingMode.Circular), ELU(0.7f)]
[MaxPool2d(4, StrideHeight = 1, StrideWidth = 2, Padding = 0, Rounding = Rounding.Floor)]
public sealed partial class Sweep40;

[Network]
[Input(33)]
[Linear(2), PReLU, SiLU]
[Linear(31)]
[Linear(50)]
public sealed partial class Sweep41;

[Network]
[Input(4, 1, 1)]
[ScaledTanh, Softmax, Hardswish, Dropout(0.0f)]
public sealed partial class Sweep42;

[Network]
[Input(1, 8, 4)]
[Softplus, Softmax]
[Conv2d(24, 5, StrideHeight = 1, StrideWidth = 2, PaddingRight = 2, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution)]
[Flatten]
public sealed partial class Sweep43;

[Network]
[Input(2, 3, 7)]
[Conv2d(5, 1, 2, Stride = 1, PaddingTop = 0, PaddingBottom = 0, PaddingRight = 0, Rounding = Rounding.Floor), PReLU]
[Flatten]
[Linear(13)]
[Linear(1)]
[Linear(1, Bias = false)]
public sealed partial class Sweep44;

[Network]
[Input(16, 7, 4, Layout = TensorLayout.ChannelsLast)]
[ScaledTanh]
[Conv2d(2, 4, Groups = 2, StrideHeight = 3, StrideWidth = 1, PaddingTop = 0, PaddingLeft = 0), Sigmoid]
[MinPool2d(1, StrideHeight = 3, StrideWidth = 2, PaddingHeight = 0, PaddingWidth = 0, Dilation = 2, Ties = Ties.Split)]
public sealed partial class Sweep45;

[Network]
[Input(16, 5, 11)]
[GELU, Mish]
public sealed partial class Sweep46;

[Network]
[Input(2, 1, 10)]
[AvgPool2d(3, 4, StrideHeight = 2, StrideWidth = 2, PaddingHeight = 1, PaddingWidth = 1, CountIncludePad = false)]
[Conv2d(25, 3, 5, StrideHeight = 2, StrideWidth = 2, Padding = 2, Rounding = Rounding.Floor, Dilation = 2, Bias = false), Softplus]
[Flatten, Hardswish]
[Linear(31)]
[Linear(13, Bias = false)]
public sealed partial class Sweep47;

[Network]
[Input(3, 10, 11)]
[Conv2d(7, 3, StrideHeight = 3, StrideWidth = 1, PaddingHeight = 0, PaddingWidth = 2, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Reflect, Bias = false, Mode = ConvMode.Convolution)]
[GELU]
[Conv2d(21, 3, Groups = 7, Stride = 1, Padding = 0, Rounding = Rounding.Floor)]
[Conv2d(5, 1, Stride = 1, Rounding = Rounding.Floor), ReLU6]
public sealed partial class Sweep48;

[Network]
[Input(1, 7, 3)]
[Conv2d(1, 3, Stride = 3, PaddingHeight = 1, PaddingWidth = 2, PaddingMode = PaddingMode.Replicate), Sigmoid]
[MaxPool2d(2, 1, Stride = 1, Ties = Ties.Split)]
[Conv2d(33, 5, Stride = 1, Padding = 4, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate), SiLU]
[Flatten]
public sealed partial class Sweep49;

[Network]
[Input(3, 5, 10)]
[MaxPool2d(2, Stride = 2, Rounding = Rounding.Floor, Ties = Ties.Split), Sigmoid, Dropout(0.0f), Sigmoid]
[Conv2d(9, 5, StrideHeight = 3, StrideWidth = 1, PaddingHeight = 2, PaddingWidth = 3, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution)]
public sealed partial class Sweep50;

[Network]
[Input(27)]
[Sigmoid, Softmax, SiLU, LogSoftmax]
[Linear(2), LeakyReLU(0.1f), ScaledTanh]
public sealed partial class Sweep51;

[Network]
[Input(1, 5, 3)]
[PReLU]
[Conv2d(9, 3, Stride = 1, Padding = 2, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Reflect)]
[MaxPool2d(4, 3, Stride = 1, Dilation = 2)]
[MinPool2d(3, PaddingHeight = 1, PaddingWidth = 1, DilationHeight = 1, DilationWidth = 1, Ties = Ties.Split)]
[Conv2d(9, 1, 1, StrideHeight = 2, StrideWidth = 1, PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0, PaddingRight = 0, Rounding = Rounding.Floor)]
[Dropout(0.0f)]
public sealed partial class Sweep52;

[Network]
[Input(9, 4, 11)]
[AvgPool2d(3, StrideHeight = 2, StrideWidth = 2, Rounding = Rounding.Floor), MinPool2d(1, 4, Stride = 1, PaddingBottom = 0)]
[Conv2d(3, 3, 5, StrideHeight = 3, StrideWidth = 1, Padding = 2, Rounding = Rounding.Floor), Hardsigmoid]
[Flatten]
[Linear(8, Bias = false), ScaledTanh]
public sealed partial class Sweep53;

[Network]
[Input(3, 10, 10)]
[Hardsigmoid]
[Conv2d(3, 1, Groups = 3, Stride = 3, PaddingHeight = 0, PaddingWidth = 0, DilationHeight = 1, DilationWidth = 2, PaddingMode = PaddingMode.Reflect)]
[Dropout(0.0f), ReLU]
[Conv2d(3, 3, Groups = 3, StrideHeight = 2, StrideWidth = 1, PaddingHeight = 2, PaddingWidth = 2, Bias = false)]
public sealed partial class Sweep54;

[Network]
[Input(4, 9, 5)]
[MaxPool2d(3, StrideHeight = 1, StrideWidth = 2, PaddingBottom = 1, PaddingLeft = 0, Ties = Ties.Split), LogSoftmax]
[Conv2d(4, 4, 2, Groups = 4, StrideHeight = 1, StrideWidth = 2, DilationHeight = 1, DilationWidth = 1)]
[Flatten]
[Linear(24)]
[Linear(31)]
[Linear(31), PReLU]
public sealed partial class Sweep55;

[Network]
[Input(9, 9, 4)]
[Conv2d(12, 4, StrideHeight = 3, StrideWidth = 2, Padding = 3, Rounding = Rounding.Floor, Bias = false, Mode = ConvMode.Convolution)]
[GELU]
[Flatten, Mish]
[Linear(5, Bias = false)]
public sealed partial class Sweep56;

[Network]
[Input(1, 7, 5)]
[Conv2d(2, 3, PaddingHeight = 2, PaddingWidth = 1, PaddingMode = PaddingMode.Reflect), GELU(Approximate = GeluApproximation.Tanh)]
[Flatten, Softmax]
public sealed partial class Sweep57;

[Network]
[Input(8, 6, 9)]
[Hardsigmoid]
[Conv2d(9, 5, StrideHeight = 3, StrideWidth = 2, Padding = 2, PaddingMode = PaddingMode.Reflect)]
[AvgPool2d(4, PaddingTop = 2, PaddingLeft = 0, PaddingRight = 0, Rounding = Rounding.Floor)]
public sealed partial class Sweep58;

[Network]
[Input(8, 5, 8)]
[GELU]
[Conv2d(1, 3, Stride = 1, PaddingTop = 2, PaddingBottom = 2, PaddingRight = 1, DilationHeight = 2, DilationWidth = 2, PaddingMode = PaddingMode.Circular)]
public sealed partial class Sweep59;

[Network]
[Input(9, 9, 10, Layout = TensorLayout.ChannelsLast)]
[Conv2d(18, 3, 4, Groups = 9, Stride = 1, Padding = 2, PaddingMode = PaddingMode.Replicate)]
[AvgPool2d(3, Padding = 0, Rounding = Rounding.Ceil)]
[Conv2d(17, 2, 3, StrideHeight = 3, StrideWidth = 1, Padding = 0, Rounding = Rounding.Ceil, Bias = false, Mode = ConvMode.Convolution)]
public sealed partial class Sweep60;

[Network]
[Input(3, 4, 10)]
[Softmax]
[Conv2d(17, 2, 5, Stride = 1, Padding = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Reflect)]
public sealed partial class Sweep61;

[Network]
[Input(1, 2, 3)]
[ELU(0.7f), MaxPool2d(4, StrideHeight = 1, StrideWidth = 1, Padding = 2)]
[Flatten]
public sealed partial class Sweep62;

[Network]
[Input(9, 1, 3, Layout = TensorLayout.ChannelsLast)]
[Softmax, MinPool2d(3, StrideHeight = 2, StrideWidth = 2, Padding = 1)]
[Conv2d(9, 1, Groups = 3, Stride = 3, PaddingHeight = 0, PaddingWidth = 0, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate)]
[PReLU, PReLU]
public sealed partial class Sweep63;

[Network]
[Input(5, 5, 11)]
[Conv2d(7, 3, StrideHeight = 3, StrideWidth = 2, PaddingTop = 0, PaddingLeft = 1, PaddingRight = 2, Rounding = Rounding.Ceil)]
[Conv2d(21, 2, 3, Groups = 7, Stride = 1, Padding = 1, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution)]
[Flatten]
public sealed partial class Sweep64;

[Network]
[Input(8, 9, 6)]
[Conv2d(13, 1, PaddingTop = 0, PaddingBottom = 0, PaddingLeft = 0, Rounding = Rounding.Floor)]
[Conv2d(13, 1, Groups = 13, Stride = 2, Padding = 0, PaddingMode = PaddingMode.Replicate)]
[Conv2d(13, 1, Rounding = Rounding.Floor)]
[Conv2d(5, 3, Stride = 2, PaddingHeight = 2, PaddingWidth = 0, Rounding = Rounding.Ceil, Mode = ConvMode.Convolution)]
[Conv2d(24, 4, StrideHeight = 3, StrideWidth = 2, Padding = 3, Mode = ConvMode.Convolution)]
[Flatten]
public sealed partial class Sweep65;

[Network]
[Input(3, 5, 4)]
[AvgPool2d(3, Stride = 1, Padding = 1), MaxPool2d(3, Stride = 1, PaddingHeight = 0, PaddingWidth = 1, Ties = Ties.Split)]
[Flatten]
[Linear(31)]
[Linear(24)]
[Linear(1)]
[Linear(5), GELU(Approximate = GeluApproximation.Tanh)]
public sealed partial class Sweep66;

[Network]
[Input(5, 9, 1)]
[Sigmoid, ReLU6]
[Flatten]
public sealed partial class Sweep67;

[Network]
[Input(4, 10, 2)]
[Conv2d(33, 2, 4, Stride = 2, PaddingHeight = 1, PaddingWidth = 2, Rounding = Rounding.Floor), LogSoftmax]
public sealed partial class Sweep68;

[Network]
[Input(5, 3, 5)]
[Softmax, SiLU]
[Conv2d(2, 2, 5, StrideHeight = 2, StrideWidth = 1, PaddingHeight = 1, PaddingWidth = 1, PaddingMode = PaddingMode.Reflect)]
[Conv2d(4, 3, 4, Groups = 2, Stride = 2, PaddingHeight = 1, PaddingWidth = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate)]
public sealed partial class Sweep69;

[Network]
[Input(3, 1, 8, Layout = TensorLayout.ChannelsLast)]
[Conv2d(3, 1, Groups = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Dilation = 2, PaddingMode = PaddingMode.Circular)]
[GELU(Approximate = GeluApproximation.Tanh)]
[Conv2d(12, 1, Stride = 1, InputMasks = new[] { 7, 3, 4, 2, 2, 6, 2, 7, 7, 2, 3, 7 }), LogSoftmax]
[Conv2d(1, 3, Stride = 2, Padding = 2, Rounding = Rounding.Floor), ReLU]
[Flatten, Softmax]
public sealed partial class Sweep70;

[Network]
[Input(9, 2, 4)]
[Conv2d(6, 1, Groups = 3, StrideHeight = 1, StrideWidth = 1, Padding = 0, Rounding = Rounding.Floor, Dilation = 2, PaddingMode = PaddingMode.Circular)]
[GELU(Approximate = GeluApproximation.Tanh), Dropout(0.0f), Mish]
[Flatten, Mish, LogSoftmax]
public sealed partial class Sweep71;

[Network]
[Input(3, 10, 1)]
[PReLU, Softmax]
[Conv2d(25, 1, Padding = 0, Dilation = 2, PaddingMode = PaddingMode.Reflect)]
public sealed partial class Sweep72;

[Network]
[Input(2, 9, 9)]
[Conv2d(25, 2, StrideHeight = 1, StrideWidth = 2, Rounding = Rounding.Floor)]
public sealed partial class Sweep73;

[Network]
[Input(8, 4, 5, Layout = TensorLayout.ChannelsLast)]
[Conv2d(6, 3, Groups = 2, Stride = 1, PaddingTop = 2)]
[Conv2d(25, 2, 5, StrideHeight = 1, StrideWidth = 1, Padding = 1, PaddingMode = PaddingMode.Circular), GELU, Mish, GELU]
public sealed partial class Sweep74;

[Network]
[Input(8, 9, 8, Layout = TensorLayout.ChannelsLast)]
[LeakyReLU(0.1f), GELU, LeakyReLU(0.1f)]
public sealed partial class Sweep75;

[Network]
[Input(16, 3, 8)]
[Conv2d(8, 1, StrideHeight = 3, StrideWidth = 1, Rounding = Rounding.Floor)]
[Conv2d(33, 3, StrideHeight = 3, StrideWidth = 2, Padding = 1, Rounding = Rounding.Floor, PaddingMode = PaddingMode.Replicate, Mode = ConvMode.Convolution)]
[Softplus]
public sealed partial class Sweep76;

[Network]
[Input(3, 11, 5)]
[Softmax, LogSoftmax]
[Conv2d(5, 2, 3, StrideHeight = 2, StrideWidth = 1, PaddingBottom = 1, PaddingLeft = 0, PaddingRight = 1, Rounding = Rounding.Floor)]
[AvgPool2d(4, 2, Stride = 1, Padding = 1)]
[Flatten]
public sealed partial class Sweep77;

[Network]
[Input(8, 6, 11)]
[MaxPool2d(3, Stride = 1, Padding = 1, Ties = Ties.Split), Tanh]
[Conv2d(8, 4, Groups = 4, Stride = 1, PaddingTop = 0, PaddingLeft = 0), ReLU6, Softmax]
[Flatten, SiLU]
public sealed partial class Sweep78;

[Network]
[Input(16, 9, 5)]
[PReLU, Dropout(0.0f)]
public sealed partial class Sweep79;
