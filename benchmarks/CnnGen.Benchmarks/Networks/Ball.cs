namespace CnnGen.Benchmarks.Networks;

/// <summary>Ball classifier of a soccer robot.</summary>
[Network]
[Input(1, 16, 16)]
[Conv2d(8, 5, Stride = 2, Padding = 2), MaxPool2d(2), ReLU]
[Conv2d(12, 3, Padding = 1), MaxPool2d(2), ReLU]
[Conv2d(2, 2), Flatten, Softmax]
public sealed partial class Ball;
