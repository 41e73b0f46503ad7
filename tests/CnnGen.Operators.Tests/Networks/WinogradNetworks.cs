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

/// <summary>The same convolution as sums of products.</summary>
[Network(Training = false, Algorithm = ConvAlgorithm.Direct), Input(24, 40, 64), Conv2d(48, 3, PaddingTop = 1, PaddingLeft = 2)]
public sealed partial class WinogradBandsDirect;

/// <summary>Folded, with a residual, an activation and panels of two widths.</summary>
[Network, Input(17, 14, 15)]
[Conv2d(40, 3, Padding = 1, Bias = false, Name = "a"), BatchNorm2d(Name = "n")]
[Conv2d(40, 1, From = Graph.Input, Name = "r"), Add("n"), LeakyReLU(0.1f)]
public sealed partial class WinogradResidual;

[Network(Algorithm = ConvAlgorithm.Direct), Input(17, 14, 15)]
[Conv2d(40, 3, Padding = 1, Bias = false, Name = "a"), BatchNorm2d(Name = "n")]
[Conv2d(40, 1, From = Graph.Input, Name = "r"), Add("n"), LeakyReLU(0.1f)]
public sealed partial class WinogradResidualDirect;

/// <summary>Without padding: the image's border is every tile's border.</summary>
[Network, Input(16, 15, 14), Conv2d(16, 3)]
public sealed partial class WinogradBare;

[Network, Input(16, 15, 14), Conv2d(16, 3, Algorithm = ConvAlgorithm.Direct)]
public sealed partial class WinogradBareDirect;
