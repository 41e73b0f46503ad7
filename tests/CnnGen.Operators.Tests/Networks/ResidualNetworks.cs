namespace CnnGen.Operators.Tests.Networks;

/// <summary>The sum becomes part of the second convolution, whose input and residual have halos.</summary>
[Network, Input(5, 7, 8)]
[Conv2d(11, 3, Padding = 1), Tanh(Name = "skip")]
[Conv2d(11, 3, Padding = 1), ReLU, Conv2d(11, 3, Padding = 1)]
[Add("skip"), ReLU, Conv2d(4, 3, Padding = 1)]
public sealed partial class ResidualDirect;

/// <summary>The same by Winograd's method, without a bias; the image does not fill its tiles.</summary>
[Network, Input(16, 10, 11)]
[Conv2d(16, 3, Padding = 1, Bias = false), Add(Graph.Input), SiLU]
public sealed partial class ResidualWinograd;

/// <summary>One pixel per tap and no halo: one long row; the residual comes first in the sum.</summary>
[Network, Input(6, 5, 9)]
[Conv2d(20, 1, Name = "a"), Sigmoid(Name = "gate")]
[Conv2d(20, 1, From = "a", Name = "b"), Add("gate", "b")]
public sealed partial class ResidualPointwise;
