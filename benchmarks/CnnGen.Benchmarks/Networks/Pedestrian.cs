namespace CnnGen.Benchmarks.Networks;

/// <summary>Pedestrian classifier on 36×18 grey pixels; its pools leave a row or column out on purpose.</summary>
[Network(Rounding = Rounding.Floor)]
[Input(1, 36, 18)]
[Conv2d(4, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(KernelHeight = 4, KernelWidth = 2)]
[Conv2d(2, 2), Flatten, Softmax]
public sealed partial class Pedestrian;
