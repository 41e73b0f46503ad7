namespace CnnGen.Mpi.Tests;

/// <summary>Convolutions and linear layers alone.</summary>
[Network]
[Input(1, 12, 12)]
[Conv2d(9, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3), Tanh, Flatten]
[Linear(5)]
public sealed partial class Plain;

/// <summary>With statistics of the batch and random masks.</summary>
[Network]
[Input(3, 8, 8)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "conv"), BatchNorm2d(Name = "bn"), ReLU, Dropout(0.25)]
[AdaptiveAvgPool2d(2), Flatten]
[Linear(5, Name = "head")]
public sealed partial class Normed;
