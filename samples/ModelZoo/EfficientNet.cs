namespace CnnGen.ModelZoo;

/// <summary>Tan and Le, 2019, EfficientNet: B0, of inverted residuals with squeeze and excitation.</summary>
[Network, Input(3, 224, 224)]
[Apply<EfficientNetFeatures>(Name = "features")]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2f), Linear(1000, Name = "classifier.1")]
public sealed partial class EfficientNetB0;

[Block]
[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[Apply<MBConv16>(Name = "1.0.block")]
[Apply<MBConv24Down>(Name = "2.0.block")]
[Apply<MBConv24>(Name = "2.1.block"), DropPath(0.2f * 2 / 16), Add("2.0.block")]
[Apply<MBConv40Down>(Name = "3.0.block")]
[Apply<MBConv40>(Name = "3.1.block"), DropPath(0.2f * 4 / 16), Add("3.0.block")]
[Apply<MBConv80Down>(Name = "4.0.block")]
[Apply<MBConv80>(Name = "4.1.block"), DropPath(0.2f * 6 / 16), Add("4.0.block", Name = "4.1")]
[Apply<MBConv80>(Name = "4.2.block"), DropPath(0.2f * 7 / 16), Add("4.1")]
[Apply<MBConv112Wide>(Name = "5.0.block")]
[Apply<MBConv112>(Name = "5.1.block"), DropPath(0.2f * 9 / 16), Add("5.0.block", Name = "5.1")]
[Apply<MBConv112>(Name = "5.2.block"), DropPath(0.2f * 10 / 16), Add("5.1")]
[Apply<MBConv192Down>(Name = "6.0.block")]
[Apply<MBConv192>(Name = "6.1.block"), DropPath(0.2f * 12 / 16), Add("6.0.block", Name = "6.1")]
[Apply<MBConv192>(Name = "6.2.block"), DropPath(0.2f * 13 / 16), Add("6.1", Name = "6.2")]
[Apply<MBConv192>(Name = "6.3.block"), DropPath(0.2f * 14 / 16), Add("6.2")]
[Apply<MBConv320Wide>(Name = "7.0.block")]
[Conv2d(1280, 1, Bias = false, Name = "8.0"), BatchNorm2d(Name = "8.1"), SiLU]
internal sealed class EfficientNetFeatures;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[Apply<Squeeze32>(Name = "1"), Conv2d(16, 1, Bias = false, Name = "2.0"), BatchNorm2d(Name = "2.1")]
internal sealed class MBConv16;

[Block]
[Conv2d(96, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze96>(Name = "2"), Conv2d(24, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv24Down;

[Block]
[Conv2d(144, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze144>(Name = "2"), Conv2d(24, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv24;

[Block]
[Conv2d(144, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Stride = 2, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze144>(Name = "2"), Conv2d(40, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv40Down;

[Block]
[Conv2d(240, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze240>(Name = "2"), Conv2d(40, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv40;

[Block]
[Conv2d(240, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze240>(Name = "2"), Conv2d(80, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv80Down;

[Block]
[Conv2d(480, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze480>(Name = "2"), Conv2d(80, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv80;

[Block]
[Conv2d(480, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze480>(Name = "2"), Conv2d(112, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv112Wide;

[Block]
[Conv2d(672, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze672>(Name = "2"), Conv2d(112, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv112;

[Block]
[Conv2d(672, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Stride = 2, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze672>(Name = "2"), Conv2d(192, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv192Down;

[Block]
[Conv2d(1152, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze1152>(Name = "2"), Conv2d(192, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv192;

[Block]
[Conv2d(1152, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze1152>(Name = "2"), Conv2d(320, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv320Wide;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(8, 1, Name = "fc1"), SiLU, Conv2d(32, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze32;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(4, 1, Name = "fc1"), SiLU, Conv2d(96, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze96;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(6, 1, Name = "fc1"), SiLU, Conv2d(144, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze144;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(10, 1, Name = "fc1"), SiLU, Conv2d(240, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze240;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(20, 1, Name = "fc1"), SiLU, Conv2d(480, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze480;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(28, 1, Name = "fc1"), SiLU, Conv2d(672, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze672;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(48, 1, Name = "fc1"), SiLU, Conv2d(1152, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze1152;
