namespace CnnGen.ModelZoo;

/// <summary>Woo et al., 2023, ConvNeXt V2: the smallest of the family, Atto, with global response normalisation.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(40, 4, Stride = 4, Name = "downsample_layers.0.0"), LayerNorm(Eps = 1e-6f, Name = "downsample_layers.0.1")]
[Apply<ConvNeXtV2Block>(Name = "stages.0", Repeat = 2)]
[LayerNorm(Eps = 1e-6f, Name = "downsample_layers.1.0"), Conv2d(80, 2, Stride = 2, Name = "downsample_layers.1.1")]
[Apply<ConvNeXtV2Block>(Name = "stages.1", Repeat = 2)]
[LayerNorm(Eps = 1e-6f, Name = "downsample_layers.2.0"), Conv2d(160, 2, Stride = 2, Name = "downsample_layers.2.1")]
[Apply<ConvNeXtV2Block>(Name = "stages.2", Repeat = 6)]
[LayerNorm(Eps = 1e-6f, Name = "downsample_layers.3.0"), Conv2d(320, 2, Stride = 2, Name = "downsample_layers.3.1")]
[Apply<ConvNeXtV2Block>(Name = "stages.3", Repeat = 2)]
[AdaptiveAvgPool2d(1), Flatten, LayerNorm(Eps = 1e-6f, Name = "norm"), Linear(1000, Name = "head")]
public sealed partial class ConvNeXtV2Atto;

[Block]
[DepthwiseConv2d(7, Padding = 3, Name = "dwconv"), LayerNorm(Eps = 1e-6f, Name = "norm")]
[Conv2d(4 * Graph.Channels, 1, Name = "pwconv1"), GELU, GlobalResponseNorm(Name = "grn")]
[Conv2d(Graph.InputChannels, 1, Name = "pwconv2"), Add(Graph.Input)]
internal sealed class ConvNeXtV2Block;
