// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

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
