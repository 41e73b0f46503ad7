namespace CnnGen.ModelZoo;

/// <summary>Sandler et al., 2018, MobileNetV2: inverted residuals that end in a linear bottleneck.</summary>
[Network, Input(3, 224, 224)]
[Apply<MobileNetV2Features>(Name = "features")]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2f), Linear(1000, Name = "classifier.1")]
public sealed partial class MobileNetV2;

[Block]
[Apply<MobileNetV2Stem>, Apply<Inverted16>]
[Apply<Inverted24Down>, Apply<Inverted24>]
[Apply<Inverted32Down>, Apply<Inverted32>, Apply<Inverted32>]
[Apply<Inverted64Down>, Apply<Inverted64>, Apply<Inverted64>, Apply<Inverted64>]
[Apply<Inverted96Wide>, Apply<Inverted96>, Apply<Inverted96>]
[Apply<Inverted160Down>, Apply<Inverted160>, Apply<Inverted160>]
[Apply<Inverted320Wide>, Apply<MobileNetV2Top>]
internal sealed class MobileNetV2Features;

[Block]
[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU6]
internal sealed class MobileNetV2Stem;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[Conv2d(16, 1, Bias = false, Name = "conv.1"), BatchNorm2d(Name = "conv.2")]
internal sealed class Inverted16;

[Block]
[Conv2d(96, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(24, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class Inverted24Down;

[Block]
[Conv2d(144, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(24, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
[Add(Graph.Input)]
internal sealed class Inverted24;

[Block]
[Conv2d(144, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(32, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class Inverted32Down;

[Block]
[Conv2d(192, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(32, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
[Add(Graph.Input)]
internal sealed class Inverted32;

[Block]
[Conv2d(192, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(64, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class Inverted64Down;

[Block]
[Conv2d(384, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(64, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
[Add(Graph.Input)]
internal sealed class Inverted64;

[Block]
[Conv2d(384, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(96, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class Inverted96Wide;

[Block]
[Conv2d(576, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(96, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
[Add(Graph.Input)]
internal sealed class Inverted96;

[Block]
[Conv2d(576, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(160, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class Inverted160Down;

[Block]
[Conv2d(960, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(160, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
[Add(Graph.Input)]
internal sealed class Inverted160;

[Block]
[Conv2d(960, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(320, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class Inverted320Wide;

[Block]
[Conv2d(1280, 1, Bias = false), BatchNorm2d, ReLU6]
internal sealed class MobileNetV2Top;
