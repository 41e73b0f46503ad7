namespace CnnGen.Operators.Tests;

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
