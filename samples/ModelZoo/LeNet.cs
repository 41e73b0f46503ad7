namespace CnnGen.ModelZoo;

/// <summary>
/// LeCun et al., 1998, Gradient-Based Learning Applied to Document Recognition: LeNet-5 with trainable subsampling, C3's connection
/// table, the scaled tanh and radial basis functions at the end. The smallest output is the class.
/// </summary>
[Network, Input(1, 32, 32)]
[Conv2d(6, 5, Name = "C1"), ScaledTanh]
[Subsample2d(2, Name = "S2"), ScaledTanh]
[Conv2d(16, 5, Name = "C3", InputMasks = [
    0b000111, 0b001110, 0b011100, 0b111000, 0b110001, 0b100011,
    0b001111, 0b011110, 0b111100, 0b111001, 0b110011, 0b100111, 0b011011, 0b110110, 0b101101,
    0b111111])]
[ScaledTanh]
[Subsample2d(2, Name = "S4"), ScaledTanh]
[Conv2d(120, 5, Name = "C5"), ScaledTanh, Flatten]
[Linear(84, Name = "F6"), ScaledTanh]
[Rbf(10, Name = "output")]
public sealed partial class LeNet5Of1998;

/// <summary>LeNet-5 as it is mostly written today.</summary>
[Network, Input(1, 28, 28)]
[Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
[Conv2d(16, 5), Tanh, AvgPool2d(2)]
[Flatten]
[Linear(120), Tanh]
[Linear(84), Tanh]
[Linear(10)]
public sealed partial class LeNet5;
