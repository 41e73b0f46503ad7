namespace CnnGen.ModelZoo;

/// <summary>Sandler et al., 2018, MobileNetV2: inverted residuals that end in a linear bottleneck.</summary>
[Network, Input(3, 224, 224)]
[Apply<MobileNetV2Features>(Name = "features")]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2f), Linear(1000, Name = "classifier.1")]
public sealed partial class MobileNetV2;

[Block]
[Apply<MobileNetV2Stem>, Apply<InvertedFirst>]
[Apply<InvertedWide>(24, 2), Apply<Inverted>]
[Apply<InvertedWide>(32, 2), Apply<Inverted>, Apply<Inverted>]
[Apply<InvertedWide>(64, 2), Apply<Inverted>, Apply<Inverted>, Apply<Inverted>]
[Apply<InvertedWide>(96, 1), Apply<Inverted>, Apply<Inverted>]
[Apply<InvertedWide>(160, 2), Apply<Inverted>, Apply<Inverted>]
[Apply<InvertedWide>(320, 1), Apply<MobileNetV2Top>]
internal sealed class MobileNetV2Features;

[Block]
[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU6]
internal sealed class MobileNetV2Stem;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[Conv2d(16, 1, Bias = false, Name = "conv.1"), BatchNorm2d(Name = "conv.2")]
internal sealed class InvertedFirst;

[Block]
[Conv2d(6 * Graph.Channels, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(Graph.InputChannels, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
[Add(Graph.Input)]
internal sealed class Inverted;

[Block]
[Conv2d(6 * Graph.Channels, 1, Bias = false, Name = "conv.0.0"), BatchNorm2d(Name = "conv.0.1"), ReLU6]
[DepthwiseConv2d(3, Stride = InvertedWide.Step, Padding = 1, Bias = false, Name = "conv.1.0"), BatchNorm2d(Name = "conv.1.1"), ReLU6]
[Conv2d(InvertedWide.Width, 1, Bias = false, Name = "conv.2"), BatchNorm2d(Name = "conv.3")]
internal sealed class InvertedWide
{
    public const int Width = Argument.First, Step = Argument.Second;
}

[Block]
[Conv2d(1280, 1, Bias = false), BatchNorm2d, ReLU6]
internal sealed class MobileNetV2Top;
