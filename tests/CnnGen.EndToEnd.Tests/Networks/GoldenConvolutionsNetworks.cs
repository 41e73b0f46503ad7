// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

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
