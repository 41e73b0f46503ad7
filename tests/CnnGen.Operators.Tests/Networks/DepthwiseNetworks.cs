namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 9, 7), DepthwiseConv2d(3, Padding = 1)]
public sealed partial class DepthwiseAlone;

[Network, Input(16, 8, 11), DepthwiseConv2d(5, Padding = 2, Stride = 2, Bias = false, Rounding = Rounding.Floor)]
public sealed partial class DepthwiseStrided;

[Network, Input(6, 7, 7), DepthwiseConv2d(3, Multiplier = 2)]
public sealed partial class DepthwiseMultiplied;

[Network, Input(9, 12, 10), DepthwiseConv2d(3, Padding = 2, Dilation = 2), ReLU]
public sealed partial class DepthwiseDilated;

[Network, Input(7, 6, 9), SeparableConv2d(10, 3, Padding = 1, Name = "block")]
public sealed partial class SeparableAlone;

/// <summary>More taps than the code lists one by one.</summary>
[Network, Input(9, 6, 13), DepthwiseConv2d(11, Padding = 5), SiLU, Conv2d(3, 1)]
public sealed partial class DepthwiseLarge;
