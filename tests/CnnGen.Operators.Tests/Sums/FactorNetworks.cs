namespace CnnGen.Operators.Tests.Sums;

[Network, Input(4, 2, 2)]
[Conv2d(64, 1), SiLU(Name = "a")]
[Conv2d(1, 1), AdaptiveAvgPool2d(1), Sigmoid(Name = "g")]
[Multiply("a", "g"), Conv2d(5, 1)]
public sealed partial class ScalarGate;

[Network, Input(16, 13, 13), Conv2d(1, 1), AdaptiveAvgPool2d(1), Multiply(Graph.Input)]
public sealed partial class MeanTimesInput;

/// <summary>A factor of every shape: one for each channel, one for each pixel, one number.</summary>
[Network, Input(11, 3, 2)]
[Conv2d(11, 3, 2, Name = "channels")]
[Conv2d(1, 1, From = Graph.Input, Name = "pixels")]
[Conv2d(1, 3, 2, From = Graph.Input, Name = "number")]
[Multiply(Graph.Input, "channels", "pixels", "number")]
public sealed partial class AllFactors;
