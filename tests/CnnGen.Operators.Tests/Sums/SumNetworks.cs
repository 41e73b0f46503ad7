namespace CnnGen.Operators.Tests.Sums;

[Network, Input(1, 512, 512), AdaptiveAvgPool2d(1)]
public sealed partial class MeanOfImage;

[Network, Input(3, 1024, 1024), AdaptiveAvgPool2d(1)]
public sealed partial class MeanOfLargeImage;

[Network, Input(1, 700, 500), AvgPool2d(350, 500)]
public sealed partial class MeanOfWindows;

[Network(Rounding = Rounding.Floor), Input(1, 601, 401), AdaptiveAvgPool2d(2)]
public sealed partial class MeanOfUnequalWindows;

[Network, Input(1, 512, 512), Conv2d(1, 1)]
public sealed partial class PointConv;

[Network, Input(1, 1024, 1024), Conv2d(2, 1)]
public sealed partial class LargePointConv;

[Network, Input(1, 1024, 1024), Conv2d(1, 3, Padding = 1)]
public sealed partial class LargeConv;

[Network, Input(1, 224, 224), Conv2d(8, 3, Padding = 1)]
public sealed partial class BatchConv;

/// <summary>More weights than a chunk sums up for itself.</summary>
[Network, Input(64, 112, 112), Conv2d(128, 3, Padding = 1)]
public sealed partial class WideConv;

[Network, Input(16, 300, 300), Conv2d(16, 1, Groups = 2)]
public sealed partial class GroupedConv;

[Network, Input(8, 400, 700), DepthwiseConv2d(3, Padding = 1)]
public sealed partial class LargeDepthwise;

[Network, Input(1, 512, 512), ConvTranspose2d(1, 2, Stride = 2)]
public sealed partial class LargeTransposed;

[Network, Input(1, 1024, 1024), BatchNorm2d]
public sealed partial class LargeBatchNorm;

[Network, Input(1, 1024, 1024), InstanceNorm2d(Affine = true)]
public sealed partial class LargeInstanceNorm;

[Network, Input(4, 400, 400), GroupNorm(2)]
public sealed partial class LargeGroupNorm;

[Network, Input(2, 1024, 1024), LayerNorm]
public sealed partial class LargeLayerNorm;

/// <summary>One pixel of many channels.</summary>
[Network, Input(300_000), LayerNorm]
public sealed partial class LongLayerNorm;

[Network, Input(1, 1024, 1024), GlobalResponseNorm]
public sealed partial class LargeResponseNorm;

[Network, Input(1, 1024, 1024), LayerScale]
public sealed partial class LargeScale;

[Network, Input(1, 1024, 1024), Subsample2d(2)]
public sealed partial class LargeSubsample;

[Network, Input(3, 700, 500), PReLU]
public sealed partial class LargePReLU;

/// <summary>As in squeeze-and-excitation.</summary>
[Network, Input(8, 512, 512), AdaptiveAvgPool2d(1), Multiply(Graph.Input)]
public sealed partial class LargeGate;

[Network, Input(3), Linear(2)]
public sealed partial class SmallLinear;
