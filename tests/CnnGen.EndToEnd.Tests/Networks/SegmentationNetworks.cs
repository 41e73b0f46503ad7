namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>A class for each pixel; spans in C×H×W order.</summary>
[Network]
[Input(3, 7, 9)]
[Conv2d(10, 3, Padding = 1), ReLU]
[Conv2d(5, 1)]
public sealed partial class SegmentationByPlanes;

/// <summary>The same with spans in H×W×C order.</summary>
[Network]
[Input(3, 7, 9, Layout = TensorLayout.ChannelsLast)]
[Conv2d(10, 3, Padding = 1), ReLU]
[Conv2d(5, 1)]
public sealed partial class SegmentationByPixels;

/// <summary>H×W×C at the input, a vector at the output.</summary>
[Network]
[Input(3, 7, 9, Layout = TensorLayout.ChannelsLast)]
[Conv2d(4, 3), Flatten, Linear(6)]
public sealed partial class ScoresOfPixels;
