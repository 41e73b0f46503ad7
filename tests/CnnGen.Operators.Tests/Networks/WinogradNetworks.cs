namespace CnnGen.Operators.Tests.Networks;

[Network, Input(16, 9, 11), Conv2d(17, 3, Padding = 1)]
public sealed partial class WinogradAlone;

[Network, Input(19, 11, 12), Conv2d(16, 3, Bias = false), ReLU]
public sealed partial class WinogradUnpadded;

[Network, Input(1, 10, 9), Conv2d(18, 3, Padding = 1), ReLU, Conv2d(26, 3, Padding = 2, Bias = false), BatchNorm2d, SiLU, Conv2d(16, 3)]
public sealed partial class WinogradChain;

[Network, Input(17, 10, 9), Conv2d(16, 3, Padding = 1, Mode = ConvMode.Convolution), Tanh]
public sealed partial class WinogradFlipped;

/// <summary>Large enough for several bands of tiles, which threads share.</summary>
[Network(Training = false), Input(24, 40, 64), Conv2d(48, 3, PaddingTop = 1, PaddingLeft = 2)]
public sealed partial class WinogradBands;
