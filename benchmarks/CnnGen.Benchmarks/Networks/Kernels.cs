namespace CnnGen.Benchmarks.Networks;

/// <summary>One 3×3 convolution. The caller's layout is the kernel's, so hardly anything but the kernel is timed.</summary>
[Network]
[Input(64, 28, 28, Layout = TensorLayout.ChannelsLast)]
[Conv2d(96, 3, Padding = 1)]
public sealed partial class Conv3x3;

/// <summary>The same with dilation 2, which Winograd's method does not serve: the direct kernel.</summary>
[Network]
[Input(64, 28, 28, Layout = TensorLayout.ChannelsLast)]
[Conv2d(96, 3, Padding = 2, Dilation = 2)]
public sealed partial class DilatedConv3x3;

/// <summary>One linear layer.</summary>
[Network]
[Input(512)]
[Linear(256)]
public sealed partial class Linear512x256;

/// <summary>One maximum pool.</summary>
[Network]
[Input(64, 28, 28, Layout = TensorLayout.ChannelsLast)]
[MaxPool2d(2)]
public sealed partial class MaxPool2x2;

/// <summary>One average pool with overlapping windows and padding.</summary>
[Network]
[Input(64, 28, 28, Layout = TensorLayout.ChannelsLast)]
[AvgPool2d(3, Stride = 1, Padding = 1)]
public sealed partial class AvgPool3x3;

/// <summary>One tanh over 50,176 elements.</summary>
[Network]
[Input(64, 28, 28, Layout = TensorLayout.ChannelsLast)]
[Tanh]
public sealed partial class TanhLayer;
