namespace CnnGen.ModelZoo;

/// <summary>Chollet, 2017, Xception: Deep Learning with Depthwise Separable Convolutions.</summary>
[Network, Input(3, 299, 299)]
[Conv2d(32, 3, Stride = 2, Bias = false, Name = "block1.conv1"), BatchNorm2d(Eps = 1e-3f, Name = "block1.conv1_bn"), ReLU]
[Conv2d(64, 3, Bias = false, Name = "block1.conv2"), BatchNorm2d(Eps = 1e-3f, Name = "block1.conv2_bn"), ReLU]
[Apply<XceptionEntry128>(Name = "block2"), Apply<XceptionEntry256>(Name = "block3"), Apply<XceptionWide>(728, 728, Name = "block4")]
[Apply<XceptionMiddle>(Name = "block5"), Apply<XceptionMiddle>(Name = "block6"), Apply<XceptionMiddle>(Name = "block7")]
[Apply<XceptionMiddle>(Name = "block8"), Apply<XceptionMiddle>(Name = "block9"), Apply<XceptionMiddle>(Name = "block10")]
[Apply<XceptionMiddle>(Name = "block11"), Apply<XceptionMiddle>(Name = "block12"), Apply<XceptionWide>(728, 1024, Name = "block13")]
[SeparableConv2d(1536, 3, Padding = 1, Bias = false, Name = "block14.sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "block14.sepconv1_bn")]
[ReLU]
[SeparableConv2d(2048, 3, Padding = 1, Bias = false, Name = "block14.sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "block14.sepconv2_bn")]
[ReLU, AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "predictions")]
public sealed partial class Xception;

[Block]
[Conv2d(128, 1, Stride = 2, Bias = false, Name = "shortcut"), BatchNorm2d(Eps = 1e-3f, Name = "shortcut_bn")]
[SeparableConv2d(128, 3, Padding = 1, Bias = false, From = Graph.Input, Name = "sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv1_bn")]
[ReLU]
[SeparableConv2d(128, 3, Padding = 1, Bias = false, Name = "sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv2_bn")]
[MaxPool2d(3, Stride = 2, Padding = 1), Add("shortcut_bn")]
internal sealed class XceptionEntry128;

[Block]
[Conv2d(256, 1, Stride = 2, Bias = false, Name = "shortcut"), BatchNorm2d(Eps = 1e-3f, Name = "shortcut_bn")]
[ReLU(From = Graph.Input)]
[SeparableConv2d(256, 3, Padding = 1, Bias = false, Name = "sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv1_bn")]
[ReLU]
[SeparableConv2d(256, 3, Padding = 1, Bias = false, Name = "sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv2_bn")]
[MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil), Add("shortcut_bn")]
internal sealed class XceptionEntry256;

[Block]
[Conv2d(XceptionWide.Width, 1, Stride = 2, Bias = false, Name = "shortcut"), BatchNorm2d(Eps = 1e-3f, Name = "shortcut_bn")]
[ReLU(From = Graph.Input)]
[SeparableConv2d(XceptionWide.Middle, 3, Padding = 1, Bias = false, Name = "sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv1_bn")]
[ReLU]
[SeparableConv2d(XceptionWide.Width, 3, Padding = 1, Bias = false, Name = "sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv2_bn")]
[MaxPool2d(3, Stride = 2, Padding = 1), Add("shortcut_bn")]
internal sealed class XceptionWide
{
    public const int Middle = Argument.First, Width = Argument.Second;
}

[Block]
[ReLU, SeparableConv2d(728, 3, Padding = 1, Bias = false, Name = "sepconv1"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv1_bn")]
[ReLU, SeparableConv2d(728, 3, Padding = 1, Bias = false, Name = "sepconv2"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv2_bn")]
[ReLU, SeparableConv2d(728, 3, Padding = 1, Bias = false, Name = "sepconv3"), BatchNorm2d(Eps = 1e-3f, Name = "sepconv3_bn")]
[Add(Graph.Input)]
internal sealed class XceptionMiddle;
