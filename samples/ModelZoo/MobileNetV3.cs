namespace CnnGen.ModelZoo;

/// <summary>Howard et al., 2019, Searching for MobileNetV3: the small variant.</summary>
[Network, Input(3, 224, 224)]
[Apply<MobileNetV3Features>(Name = "features"), AdaptiveAvgPool2d(1), Flatten, Apply<MobileNetV3Classifier>(Name = "classifier")]
public sealed partial class MobileNetV3Small;

[Block]
[Apply<MobileNetV3Stem>, Apply<Bneck16Down>, Apply<Bneck24Down>, Apply<Bneck24>]
[Apply<Bneck40Down>, Apply<Bneck40>, Apply<Bneck40>, Apply<Bneck48Wide>, Apply<Bneck48>]
[Apply<Bneck96Down>, Apply<Bneck96>, Apply<Bneck96>, Apply<MobileNetV3Top>]
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
[Apply<HardSqueeze16>(Name = "block.1")]
[Conv2d(16, 1, Bias = false, Name = "block.2.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.2.1")]
internal sealed class Bneck16Down;

[Block]
[Conv2d(72, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), ReLU]
[Conv2d(24, 1, Bias = false, Name = "block.2.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.2.1")]
internal sealed class Bneck24Down;

[Block]
[Conv2d(88, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), ReLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), ReLU]
[Conv2d(24, 1, Bias = false, Name = "block.2.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.2.1"), Add(Graph.Input)]
internal sealed class Bneck24;

[Block]
[Conv2d(96, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Stride = 2, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze96>(Name = "block.2")]
[Conv2d(40, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1")]
internal sealed class Bneck40Down;

[Block]
[Conv2d(240, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze240>(Name = "block.2")]
[Conv2d(40, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1"), Add(Graph.Input)]
internal sealed class Bneck40;

[Block]
[Conv2d(120, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze120>(Name = "block.2")]
[Conv2d(48, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1")]
internal sealed class Bneck48Wide;

[Block]
[Conv2d(144, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze144>(Name = "block.2")]
[Conv2d(48, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1"), Add(Graph.Input)]
internal sealed class Bneck48;

[Block]
[Conv2d(288, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Stride = 2, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze288>(Name = "block.2")]
[Conv2d(96, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1")]
internal sealed class Bneck96Down;

[Block]
[Conv2d(576, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze576>(Name = "block.2")]
[Conv2d(96, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1"), Add(Graph.Input)]
internal sealed class Bneck96;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(8, 1, Name = "fc1"), ReLU, Conv2d(16, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze16;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(24, 1, Name = "fc1"), ReLU, Conv2d(96, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze96;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(32, 1, Name = "fc1"), ReLU, Conv2d(120, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze120;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(40, 1, Name = "fc1"), ReLU, Conv2d(144, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze144;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(64, 1, Name = "fc1"), ReLU, Conv2d(240, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze240;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(72, 1, Name = "fc1"), ReLU, Conv2d(288, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze288;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(144, 1, Name = "fc1"), ReLU, Conv2d(576, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze576;
