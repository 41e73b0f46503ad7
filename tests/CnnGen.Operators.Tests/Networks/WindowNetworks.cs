namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 4, 6), ConvTranspose2d(7, 3)]
public sealed partial class TransposeAlone;

[Network, Input(8, 5, 3), ConvTranspose2d(16, 2, Stride = 2), Conv2d(3, 3, Padding = 1)]
public sealed partial class TransposeDoubling;

[Network, Input(3, 5, 7), ConvTranspose2d(9, 3, Stride = 2, Padding = 1, OutputPadding = 1, Bias = false), Tanh, Conv2d(4, 3)]
public sealed partial class TransposeHalved;

[Network, Input(4, 6, 5), Conv2d(12, 3, Padding = 1), ReLU, ConvTranspose2d(11, 5, Stride = 3, Padding = 2), ReLU]
public sealed partial class TransposeInside;

/// <summary>Many phases of few shapes, with panels of one width and of two; a convolution whose input gradient has as many.</summary>
[Network, Input(3, 13, 17), Conv2d(6, 4, Stride = 4, Padding = 1, Rounding = Rounding.Floor), Tanh]
[ConvTranspose2d(12, 8, Stride = 4, Padding = 2, Groups = 2), Tanh, ConvTranspose2d(40, 5, Stride = 3, Padding = 1), Conv2d(2, 1)]
public sealed partial class TransposePhases;

[Network, Input(6, 3, 4), ConvTranspose2d(10, 2, Stride = 3, OutputPadding = 2), Sigmoid]
public sealed partial class TransposeSparse;

[Network, Input(16, 5, 4), ConvTranspose2d(32, 3, Stride = 2, Dilation = 2, Padding = 1, Groups = 2)]
public sealed partial class TransposeBlocks;

[Network, Input(6, 5, 5), ConvTranspose2d(9, 3, Dilation = 3, Stride = 2, OutputPadding = 2, Groups = 3), Conv2d(5, 3, Padding = 2)]
public sealed partial class TransposeGroups;

[Network, Input(2, 1, 1), ConvTranspose2d(40, 4, Bias = false), BatchNorm2d, ReLU, ConvTranspose2d(3, 4, Stride = 2, Padding = 1)]
public sealed partial class TransposeGenerator;

[Network, Input(128, 2, 3), ConvTranspose2d(1, 9, Stride = 2, Padding = 3)]
public sealed partial class TransposeLarge;

[Network, Input(2, 2, 2), ConvTranspose2d(3, 5, Stride = 4, Padding = 4)]
public sealed partial class TransposeCropped;

[Network, Input(5, 7, 8), AdaptiveAvgPool2d(3, 5)]
public sealed partial class AdaptiveAverage;

[Network, Input(9, 7, 5), Conv2d(12, 3, Padding = 1), AdaptiveMaxPool2d(4), ReLU, Conv2d(3, 3, Padding = 1)]
public sealed partial class AdaptiveMaximum;

[Network, Input(3, 4, 3), AdaptiveAvgPool2d(6, 7), Tanh, Conv2d(8, 3)]
public sealed partial class AdaptiveEnlarged;

[Network, Input(8, 9, 12), AdaptiveMaxPool2d(3, 5)]
public sealed partial class AdaptiveAlongOneAxis;

[Network, Input(5, 9, 8), FixedConv2d(3, 1, 2, 1, 2, 4, 2, 1, 2, 1, Scale = 0.0625f, Padding = 1)]
public sealed partial class FixedBlur;

[Network, Input(3, 7, 10), FixedConv2d(3, 1, 0, -1, 2, 0, -2, 1, 0, -1, Padding = 1, PaddingMode = PaddingMode.Reflect), Tanh]
public sealed partial class FixedSobel;

[Network, Input(4, 6, 7), Conv2d(9, 3, Padding = 1, Bias = false)]
[FixedConv2d(3, 0, -1, 0, -1, 4, -1, 0, -1, 0), ReLU, Conv2d(5, 3, Padding = 1)]
public sealed partial class FixedLaplacian;

[Network, Input(9, 11, 9)]
[FixedConv2d(5, 1, 4, 6, 4, 1, 4, 16, 24, 16, 4, 6, 24, 36, 24, 6, 4, 16, 24, 16, 4, 1, 4, 6, 4, 1,
    Scale = 1 / 256f, Stride = 2, Padding = 2, PaddingMode = PaddingMode.Replicate)]
public sealed partial class FixedPyramid;

[Network, Input(8, 7, 10), Conv2d(8, 1, Bias = false), FixedConv2d(2, -1, 0, 0, 1, Stride = 3, Rounding = Rounding.Floor), Conv2d(2, 2)]
public sealed partial class FixedSparse;

[Network, Input(2, 16, 15)]
[FixedConv2d(13,
    1, 6, 7, 2, 4, 9, 4, 2, 7, 6, 1, 5, 8,
    8, 5, 1, 6, 7, 2, 4, 9, 4, 2, 7, 6, 1,
    3, 3, 8, 5, 1, 6, 7, 2, 4, 9, 4, 2, 7,
    5, 8, 3, 3, 8, 5, 1, 6, 7, 2, 4, 9, 4,
    6, 1, 5, 8, 3, 3, 8, 5, 1, 6, 7, 2, 4,
    2, 7, 6, 1, 5, 8, 3, 3, 8, 5, 1, 6, 7,
    9, 4, 2, 7, 6, 1, 5, 8, 3, 3, 8, 5, 1,
    2, 4, 9, 4, 2, 7, 6, 1, 5, 8, 3, 3, 8,
    6, 7, 2, 4, 9, 4, 2, 7, 6, 1, 5, 8, 3,
    5, 1, 6, 7, 2, 4, 9, 4, 2, 7, 6, 1, 5,
    3, 8, 5, 1, 6, 7, 2, 4, 9, 4, 2, 7, 6,
    8, 3, 3, 8, 5, 1, 6, 7, 2, 4, 9, 4, 2,
    1, 5, 8, 3, 3, 8, 5, 1, 6, 7, 2, 4, 9,
    Scale = 0.0078125f, Padding = 6)]
public sealed partial class FixedLarge;

[Network, Input(5, 3, 4), FixedConv2d(1, 0), Conv2d(3, 1)]
public sealed partial class FixedNothing;

[Network, Input(5, 8, 6), Subsample2d(2)]
public sealed partial class SubsampleAlone;

[Network, Input(3, 9, 7), Conv2d(10, 3, Padding = 1), Subsample2d(3, Stride = 2, Padding = 1), Tanh, Conv2d(4, 3, Padding = 1)]
public sealed partial class SubsampleInside;

[Network, Input(21), Rbf(10)]
public sealed partial class RbfAlone;

[Network, Input(3, 5, 4), Conv2d(10, 3, Padding = 1), Tanh(Name = "t"), Conv2d(2, 3, Padding = 1), Flatten, Linear(27, Name = "l")]
[Flatten(From = "t"), Rbf(27), Add("l")]
public sealed partial class RbfFlattened;

[Network, Input(1, 33, 32), Flatten, Rbf(3)]
public sealed partial class RbfLarge;

[Network, Input(13), Linear(11), Sigmoid, Rbf(9)]
public sealed partial class RbfBehindSigmoid;

[Network, Input(3, 4, 5), Conv2d(10, 3), Softplus, Flatten, Rbf(4)]
public sealed partial class RbfBehindSoftplus;
