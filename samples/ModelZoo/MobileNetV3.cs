namespace CnnGen.ModelZoo;

/// <summary>Howard et al., 2019, Searching for MobileNetV3: the small variant.</summary>
[Network, Input(3, 224, 224)]
[Apply<MobileNetV3Features>(Name = "features"), AdaptiveAvgPool2d(1), Flatten, Apply<MobileNetV3Classifier>(Name = "classifier")]
public sealed partial class MobileNetV3Small;

[Block]
[Apply<MobileNetV3Stem>, Apply<BneckFirst>, Apply<BneckReLUDown>, Apply<BneckReLU>]
[Apply<BneckWide>(96, 24, 40, 2), Apply<Bneck>(240, 64), Apply<Bneck>(240, 64), Apply<BneckWide>(120, 32, 48, 1), Apply<Bneck>(144, 40)]
[Apply<BneckWide>(288, 72, 96, 2), Apply<Bneck>(576, 144), Apply<Bneck>(576, 144), Apply<MobileNetV3Top>]
internal sealed class MobileNetV3Features;

[Block]
[Linear(1024), Hardswish, Dropout(0.2f), Linear(1000)]
internal sealed class MobileNetV3Classifier;

[Block]
[Conv2d(16, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f), Hardswish]
internal sealed class MobileNetV3Stem;

[Block]
[Conv2d(576, 1, Bias = false), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f), Hardswish]
internal sealed class MobileNetV3Top;

[Block]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "block.0.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), ReLU]
[Apply<HardSqueeze>(8, Name = "block.1")]
[Conv2d(16, 1, Bias = false, Name = "block.2.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.2.1")]
internal sealed class BneckFirst;

[Block]
[Conv2d(72, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), ReLU]
[Conv2d(24, 1, Bias = false, Name = "block.2.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.2.1")]
internal sealed class BneckReLUDown;

[Block]
[Conv2d(88, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), ReLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "block.1.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), ReLU]
[Conv2d(24, 1, Bias = false, Name = "block.2.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.2.1"), Add(Graph.Input)]
internal sealed class BneckReLU;

[Block]
[Conv2d(Bneck.Expanded, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze>(Bneck.Squeezed, Name = "block.2")]
[Conv2d(Graph.InputChannels, 1, Bias = false, Name = "block.3.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1"), Add(Graph.Input)]
internal sealed class Bneck
{
    public const int Expanded = Argument.First, Squeezed = Argument.Second;
}

[Block]
[Conv2d(Bneck.Expanded, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Stride = BneckWide.Step, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish, Apply<HardSqueeze>(Bneck.Squeezed, Name = "block.2")]
[Conv2d(BneckWide.Width, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1")]
internal sealed class BneckWide
{
    public const int Width = Argument.Third, Step = Argument.Fourth;
}

[Block, AdaptiveAvgPool2d(1)]
[Conv2d(Argument.First, 1, Name = "fc1"), ReLU, Conv2d(Graph.InputChannels, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze;
