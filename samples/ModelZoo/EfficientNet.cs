namespace CnnGen.ModelZoo;

/// <summary>Tan and Le, 2019, EfficientNet: B0, of inverted residuals with squeeze and excitation.</summary>
[Network, Input(3, 224, 224)]
[Apply<EfficientNetFeatures>(Name = "features")]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2f), Linear(1000, Name = "classifier.1")]
public sealed partial class EfficientNetB0;

[Block]
[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[Apply<MBConvFirst>(Name = "1.0.block")]
[Apply<MBConv>(24, 3, 2, Name = "2.0.block")]
[Apply<MBConv>(24, 3, 1, Name = "2.1.block"), DropPath(0.2f * 2 / 16), Add("2.0.block")]
[Apply<MBConv>(40, 5, 2, Name = "3.0.block")]
[Apply<MBConv>(40, 5, 1, Name = "3.1.block"), DropPath(0.2f * 4 / 16), Add("3.0.block")]
[Apply<MBConv>(80, 3, 2, Name = "4.0.block")]
[Apply<MBConv>(80, 3, 1, Name = "4.1.block"), DropPath(0.2f * 6 / 16), Add("4.0.block", Name = "4.1")]
[Apply<MBConv>(80, 3, 1, Name = "4.2.block"), DropPath(0.2f * 7 / 16), Add("4.1")]
[Apply<MBConv>(112, 5, 1, Name = "5.0.block")]
[Apply<MBConv>(112, 5, 1, Name = "5.1.block"), DropPath(0.2f * 9 / 16), Add("5.0.block", Name = "5.1")]
[Apply<MBConv>(112, 5, 1, Name = "5.2.block"), DropPath(0.2f * 10 / 16), Add("5.1")]
[Apply<MBConv>(192, 5, 2, Name = "6.0.block")]
[Apply<MBConv>(192, 5, 1, Name = "6.1.block"), DropPath(0.2f * 12 / 16), Add("6.0.block", Name = "6.1")]
[Apply<MBConv>(192, 5, 1, Name = "6.2.block"), DropPath(0.2f * 13 / 16), Add("6.1", Name = "6.2")]
[Apply<MBConv>(192, 5, 1, Name = "6.3.block"), DropPath(0.2f * 14 / 16), Add("6.2")]
[Apply<MBConv>(320, 3, 1, Name = "7.0.block")]
[Conv2d(1280, 1, Bias = false, Name = "8.0"), BatchNorm2d(Name = "8.1"), SiLU]
internal sealed class EfficientNetFeatures;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[Apply<Squeeze>(8, Name = "1"), Conv2d(16, 1, Bias = false, Name = "2.0"), BatchNorm2d(Name = "2.1")]
internal sealed class MBConvFirst;

[Block]
[Conv2d(6 * Graph.Channels, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(MBConv.Kernel, Stride = MBConv.Step, Padding = MBConv.Kernel / 2, Bias = false, Name = "1.0")]
[BatchNorm2d(Name = "1.1"), SiLU, Apply<Squeeze>(Graph.InputChannels / 4, Name = "2")]
[Conv2d(MBConv.Width, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv
{
    public const int Width = Argument.First, Kernel = Argument.Second, Step = Argument.Third;
}

[Block, AdaptiveAvgPool2d(1)]
[Conv2d(Argument.First, 1, Name = "fc1"), SiLU, Conv2d(Graph.InputChannels, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze;
