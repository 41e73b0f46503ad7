namespace CnnGen.Operators.Tests.Notes;

[Network(Training = false), Input(3, 11, 14), Conv2d(5, 5, Padding = 2, PaddingMode = PaddingMode.Circular)]
public sealed partial class CircularConv;

[Network(Training = false), Input(6, 9, 10), Conv2d(4, 3, Padding = 2, Dilation = 2, Groups = 2, PaddingMode = PaddingMode.Circular)]
public sealed partial class CircularDilated;

[Network(Training = false), Input(9, 10, 7), DepthwiseConv2d(3, Padding = 1, PaddingMode = PaddingMode.Circular)]
public sealed partial class CircularDepthwise;

/// <summary>Wide enough for the fast algorithm that works on tiles and divides by 6 and 24.</summary>
[Network(Training = false), Input(16, 10, 13), Conv2d(16, 3, Padding = 1, PaddingMode = PaddingMode.Circular)]
public sealed partial class CircularWide;

/// <summary>Steps of 2 by a maximum, a mean and a convolution: 8 in all.</summary>
[Network(Training = false), Input(2, 16, 24)]
[Conv2d(6, 3, Padding = 1, PaddingMode = PaddingMode.Circular), ReLU, MaxPool2d(2)]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Circular), ReLU, AvgPool2d(2)]
[Conv2d(5, 3, Stride = 2, Padding = 1, PaddingMode = PaddingMode.Circular)]
public sealed partial class CircularExtractor;

[Network(Training = false), Input(3, 19, 22), Conv2d(4, 5, Padding = 2)]
public sealed partial class ZeroPaddedConv;

/// <summary>Steps of 4 in all.</summary>
[Network(Training = false), Input(2, 56, 60)]
[Conv2d(5, 3, Stride = 2, Padding = 1), ReLU, Conv2d(6, 3, Padding = 1), ReLU, MaxPool2d(2), Conv2d(4, 3, Padding = 1)]
public sealed partial class ZeroPaddedExtractor;
