namespace CnnGen.ModelZoo.Tests.Small;

[Network, Input(3, 17, 17)]
[Conv2d(8, 3, Bias = false, Name = "conv1"), BatchNorm2d(Eps = 1e-3f, Name = "conv1_bn"), ReLU]
[Apply<Entry>(Name = "block2"), Apply<Middle>(Name = "block3")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallXception;

[Block]
[Conv2d(12, 1, Stride = 2, Bias = false, Name = "shortcut"), BatchNorm2d(Eps = 1e-3f, Name = "shortcut_bn")]
[SeparableConv2d(12, 3, Padding = 1, Bias = false, From = Graph.Input, Name = "sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv1_bn")]
[ReLU, SeparableConv2d(12, 3, Padding = 1, Bias = false, Name = "sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv2_bn")]
[MaxPool2d(3, Stride = 2, Padding = 1), Add("shortcut_bn")]
internal sealed class Entry;

[Block]
[ReLU, SeparableConv2d(12, 3, Padding = 1, Bias = false, Name = "sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv1_bn")]
[ReLU, SeparableConv2d(12, 3, Padding = 1, Bias = false, Name = "sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv2_bn")]
[ReLU, SeparableConv2d(12, 3, Padding = 1, Bias = false, Name = "sepconv3"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv3_bn")]
[Add(Graph.Input)]
internal sealed class Middle;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "Conv2d_0")]
[BatchNorm2d(Eps = 1e-3f, Name = "Conv2d_0.BatchNorm"), ReLU6]
[Apply<Separable12>(Name = "Conv2d_1"), Apply<Separable16Down>(Name = "Conv2d_2"), Apply<Separable16>(Name = "Conv2d_3")]
[AdaptiveAvgPool2d(1), Conv2d(10, 1, Name = "Logits.Conv2d_1c_1x1"), Flatten]
public sealed partial class SmallMobileNetV1;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(12, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable12;

[Block]
[DepthwiseConv2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "depthwise")]
[BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(16, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable16Down;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(16, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable16;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "features.0.0"), BatchNorm2d(Name = "features.0.1"), ReLU6]
[Apply<InvertedFirst>(Name = "features.1"), Apply<InvertedDown>(Name = "features.2"), Apply<Inverted>(Name = "features.3")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallMobileNetV2;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[Conv2d(8, 1, Bias = false, Name = "conv.1"), BatchNorm2d(Name = "conv.2"), Add(Graph.Input)]
internal sealed class InvertedFirst;

[Block]
[Conv2d(48, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(12, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class InvertedDown;

[Block]
[Conv2d(72, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(12, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3"), Add(Graph.Input)]
internal sealed class Inverted;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "conv.0"), BatchNorm2d(Name = "conv.1"), ReLU]
[Apply<ShuffleDown>(Name = "stage2.0"), Apply<ShuffleUnit>(Name = "stage2.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallShuffleNet;

[Block]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "branch1.0"), BatchNorm2d(Name = "branch1.1")]
[Conv2d(6, 1, Bias = false, Name = "branch1.2"), BatchNorm2d(Name = "branch1.3"), ReLU(Name = "left")]
[Conv2d(6, 1, Bias = false, From = Graph.Input, Name = "branch2.0"), BatchNorm2d(Name = "branch2.1"), ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "branch2.3"), BatchNorm2d(Name = "branch2.4")]
[Conv2d(6, 1, Bias = false, Name = "branch2.5"), BatchNorm2d(Name = "branch2.6"), ReLU(Name = "right")]
[Concat("left", "right"), ChannelShuffle(2)]
internal sealed class ShuffleDown;

[Block]
[Slice(0, 6, Name = "kept"), Slice(6, 6, From = Graph.Input)]
[Conv2d(6, 1, Bias = false, Name = "branch2.0"), BatchNorm2d(Name = "branch2.1"), ReLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "branch2.3"), BatchNorm2d(Name = "branch2.4")]
[Conv2d(6, 1, Bias = false, Name = "branch2.5"), BatchNorm2d(Name = "branch2.6"), ReLU(Name = "right")]
[Concat("kept", "right"), ChannelShuffle(2)]
internal sealed class ShuffleUnit;
