namespace CnnGen.Operators.Tests.Networks;

/// <summary>Convolutions write their parts, one of them by Winograd's method; a pool and the last, odd part lie between and behind.</summary>
[Network, Input(16, 10, 11)]
[Conv2d(8, 1), ReLU(Name = "b1")]
[Conv2d(16, 3, Padding = 1, Bias = false, From = Graph.Input), BatchNorm2d, Tanh(Name = "b2")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input, Name = "b3")]
[Conv2d(5, 3, Padding = 1, From = Graph.Input, Name = "b4")]
[Concat("b1", "b2", "b3", "b4"), Conv2d(6, 3, Padding = 1)]
public sealed partial class ConcatInPlace;

/// <summary>A part that does not fill its vectors is copied, and so is what follows it; one part is read by others as well.</summary>
[Network, Input(3, 6, 7)]
[Conv2d(8, 3, Padding = 1, Name = "a"), Conv2d(5, 1, Name = "b"), Conv2d(8, 1, From = "a", Name = "c")]
[Conv2d(24, 1, From = Graph.Input, Name = "d")]
[Concat("d", "a", "b", "c"), Sigmoid]
public sealed partial class ConcatPartly;
