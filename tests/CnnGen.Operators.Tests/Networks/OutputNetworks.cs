namespace CnnGen.Operators.Tests.Networks;

/// <summary>Two outputs are one value: their gradients add up before the activation's derivative is taken.</summary>
[Network, Input(2, 5, 6)]
[Conv2d(9, 3, Name = "conv"), Tanh(Name = "image"), Flatten(Name = "vector")]
[Output("image"), Output("vector")]
public sealed partial class OutputTwice;
