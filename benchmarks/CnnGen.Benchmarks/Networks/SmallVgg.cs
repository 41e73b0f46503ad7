namespace CnnGen.Benchmarks.Networks;

/// <summary>Four 3×3 convolutions and two linear layers on 28×28 grey pixels.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2d(32, 3, Padding = 1), ReLU, Conv2d(32, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(64, 3, Padding = 1), ReLU, Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(128), ReLU]
[Linear(10)]
public sealed partial class SmallVgg;
