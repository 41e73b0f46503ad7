namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 4, 6), ConvTranspose2d(7, 3)]
public sealed partial class TransposeAlone;

[Network, Input(8, 5, 3), ConvTranspose2d(16, 2, Stride = 2), Conv2d(3, 3, Padding = 1)]
public sealed partial class TransposeDoubling;

[Network, Input(3, 5, 7), ConvTranspose2d(9, 3, Stride = 2, Padding = 1, OutputPadding = 1, Bias = false), Tanh, Conv2d(4, 3)]
public sealed partial class TransposeHalved;

[Network, Input(4, 6, 5), Conv2d(12, 3, Padding = 1), ReLU, ConvTranspose2d(11, 5, Stride = 3, Padding = 2), ReLU]
public sealed partial class TransposeInside;

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
