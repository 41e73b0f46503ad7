namespace CnnGen.Operators.Tests.Notes;

[Network(Training = false, Rounding = Rounding.Floor), Input(1, 97, 131)]
[Conv2d(3, 1), Conv2d(4, 2), Conv2d(5, 3, Padding = 1), Conv2d(6, 5, Bias = false)]
[Conv2d(7, 3, Stride = 2), Conv2d(8, 4, Stride = 3, Padding = 2), Conv2d(6, 3, Dilation = 2), Conv2d(6, 3, 5, Dilation = 2, Padding = 3)]
[Conv2d(9, 3, Groups = 3), Conv2d(18, 3, Groups = 9, Padding = 1, Bias = false)]
public sealed partial class ConvSizes;

[Network(Training = false, Rounding = Rounding.Floor), Input(13, 60, 47)]
[Conv2d(6, 7, 1, Stride = 2), Conv2d(5, 2, 7, Padding = 1)]
[MaxPool2d(2), AvgPool2d(3, Stride = 2, Padding = 1), MaxPool2d(2, 3, Stride = 1)]
[DepthwiseConv2d(3, Multiplier = 4, Padding = 1), MaxPool2d(3, Stride = 2, Dilation = 1, Rounding = Rounding.Ceil)]
[Flatten, Linear(17), Linear(10, Bias = false)]
public sealed partial class PoolSizes;

/// <summary>LeNet-5 as the lecture notes count it.</summary>
[Network(Training = false), Input(1, 32, 32)]
[Conv2d(6, 5), AvgPool2d(2), Conv2d(16, 5), AvgPool2d(2), Conv2d(120, 5), Flatten, Linear(84), Linear(10)]
public sealed partial class LeNetSizes;

/// <summary>The shapes of AlexNet's convolutions and pools.</summary>
[Network(Training = false), Input(3, 227, 227)]
[Conv2d(8, 11, Stride = 4), MaxPool2d(3, Stride = 2), Conv2d(8, 5, Padding = 2, Groups = 2), MaxPool2d(3, Stride = 2)]
[Conv2d(8, 3, Padding = 1), MaxPool2d(3, Stride = 2)]
public sealed partial class AlexNetSizes;

[Network(Training = false), Input(6, 5, 4)]
[ConvTranspose2d(7, 2, Stride = 2), ConvTranspose2d(8, 4, Stride = 2, Padding = 1), ConvTranspose2d(4, 3, Stride = 3, OutputPadding = 2)]
[ConvTranspose2d(6, 3, Dilation = 2, Padding = 1, Groups = 2, Bias = false)]
public sealed partial class TransposedSizes;
