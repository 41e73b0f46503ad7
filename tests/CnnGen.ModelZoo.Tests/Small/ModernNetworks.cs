namespace CnnGen.ModelZoo.Tests.Small;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "features.0.0"), BatchNorm2d(Name = "features.0.1"), Hardswish]
[Apply<Bneck8>(Name = "features.1"), Apply<Bneck16Down>(Name = "features.2")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallMobileNetV3;

[Block]
[Conv2d(16, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), Hardswish]
[DepthwiseConv2d(5, Padding = 2, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), Hardswish]
[Apply<HardSqueeze16>(Name = "block.2")]
[Conv2d(8, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1")]
[Add(Graph.Input)]
internal sealed class Bneck8;

[Block]
[Conv2d(24, 1, Bias = false, Name = "block.0.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.0.1"), ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false, Name = "block.1.0")]
[BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.1.1"), ReLU]
[Apply<HardSqueeze24>(Name = "block.2")]
[Conv2d(16, 1, Bias = false, Name = "block.3.0"), BatchNorm2d(Eps = 1e-3f, Momentum = 0.01f, Name = "block.3.1")]
internal sealed class Bneck16Down;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(8, 1, Name = "fc1"), ReLU, Conv2d(16, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze16;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(8, 1, Name = "fc1"), ReLU, Conv2d(24, 1, Name = "fc2"), Hardsigmoid, Multiply(Graph.Input)]
internal sealed class HardSqueeze24;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "features.0.0"), BatchNorm2d(Name = "features.0.1"), SiLU]
[Apply<MBConv8>(Name = "features.1.block"), Apply<MBConv16>(Name = "features.2.block")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallEfficientNet;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU, Apply<Squeeze8>(Name = "1")]
[Conv2d(8, 1, Bias = false, Name = "2.0"), BatchNorm2d(Name = "2.1"), Add(Graph.Input)]
internal sealed class MBConv8;

[Block]
[Conv2d(24, 1, Bias = false, Name = "0.0"), BatchNorm2d(Name = "0.1"), SiLU]
[DepthwiseConv2d(5, Stride = 2, Padding = 2, Bias = false, Name = "1.0"), BatchNorm2d(Name = "1.1"), SiLU]
[Apply<Squeeze24>(Name = "2"), Conv2d(16, 1, Bias = false, Name = "3.0"), BatchNorm2d(Name = "3.1")]
internal sealed class MBConv16;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(2, 1, Name = "fc1"), SiLU, Conv2d(8, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze8;

[Block]
[AdaptiveAvgPool2d(1), Conv2d(2, 1, Name = "fc1"), SiLU, Conv2d(24, 1, Name = "fc2"), Sigmoid, Multiply(Graph.Input)]
internal sealed class Squeeze24;

[Network, Input(3, 16, 16)]
[Conv2d(12, 2, Stride = 2, Name = "features.0.0"), LayerNorm(Eps = 1e-6f, Name = "features.0.1")]
[DepthwiseConv2d(7, Padding = 3, Name = "features.1.block.0"), LayerNorm(Eps = 1e-6f, Name = "features.1.block.2")]
[Conv2d(48, 1, Name = "features.1.block.3"), GELU, Conv2d(12, 1, Name = "features.1.block.5")]
[LayerScale(Name = "features.1.layer_scale"), Add("features.0.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallConvNeXt;

[Network, Input(3, 16, 16)]
[Conv2d(8, 2, Stride = 2, Name = "downsample_layers.0.0"), LayerNorm(Eps = 1e-6f, Name = "downsample_layers.0.1")]
[Apply<ConvNeXtV2x8>(Name = "stages.0.0")]
[LayerNorm(Eps = 1e-6f, Name = "downsample_layers.1.0"), Conv2d(12, 2, Stride = 2, Name = "downsample_layers.1.1")]
[Apply<ConvNeXtV2x12>(Name = "stages.1.0")]
[AdaptiveAvgPool2d(1), Flatten, LayerNorm(Eps = 1e-6f, Name = "norm"), Linear(10, Name = "head")]
public sealed partial class SmallConvNeXtV2;

[Block]
[DepthwiseConv2d(7, Padding = 3, Name = "dwconv"), LayerNorm(Eps = 1e-6f, Name = "norm")]
[Conv2d(32, 1, Name = "pwconv1"), GELU, GlobalResponseNorm(Name = "grn"), Conv2d(8, 1, Name = "pwconv2"), Add(Graph.Input)]
internal sealed class ConvNeXtV2x8;

[Block]
[DepthwiseConv2d(7, Padding = 3, Name = "dwconv"), LayerNorm(Eps = 1e-6f, Name = "norm")]
[Conv2d(48, 1, Name = "pwconv1"), GELU, GlobalResponseNorm(Name = "grn"), Conv2d(12, 1, Name = "pwconv2"), Add(Graph.Input)]
internal sealed class ConvNeXtV2x12;
