namespace CnnGen.ModelZoo;

/// <summary>Liu et al., 2022, A ConvNet for the 2020s: ConvNeXt-T.</summary>
[Network, Input(3, 224, 224)]
[Apply<ConvNeXtFeatures>(Name = "features"), AdaptiveAvgPool2d(1), Flatten]
[LayerNorm(Eps = 1e-6f, Name = "classifier.0"), Linear(1000, Name = "classifier.2")]
public sealed partial class ConvNeXtTiny;

[Block]
[Conv2d(96, 4, Stride = 4, Name = "0.0"), LayerNorm(Eps = 1e-6f, Name = "0.1")]
[Apply<ConvNeXtBlock>(Name = "1.0"), Add("0.1", Name = "1.0.sum")]
[Apply<ConvNeXtBlock>(Name = "1.1"), DropPath(0.1f * 1 / 17), Add("1.0.sum", Name = "1.1.sum")]
[Apply<ConvNeXtBlock>(Name = "1.2"), DropPath(0.1f * 2 / 17), Add("1.1.sum")]
[LayerNorm(Eps = 1e-6f, Name = "2.0"), Conv2d(192, 2, Stride = 2, Name = "2.1")]
[Apply<ConvNeXtBlock>(Name = "3.0"), DropPath(0.1f * 3 / 17), Add("2.1", Name = "3.0.sum")]
[Apply<ConvNeXtBlock>(Name = "3.1"), DropPath(0.1f * 4 / 17), Add("3.0.sum", Name = "3.1.sum")]
[Apply<ConvNeXtBlock>(Name = "3.2"), DropPath(0.1f * 5 / 17), Add("3.1.sum")]
[LayerNorm(Eps = 1e-6f, Name = "4.0"), Conv2d(384, 2, Stride = 2, Name = "4.1")]
[Apply<ConvNeXtBlock>(Name = "5.0"), DropPath(0.1f * 6 / 17), Add("4.1", Name = "5.0.sum")]
[Apply<ConvNeXtBlock>(Name = "5.1"), DropPath(0.1f * 7 / 17), Add("5.0.sum", Name = "5.1.sum")]
[Apply<ConvNeXtBlock>(Name = "5.2"), DropPath(0.1f * 8 / 17), Add("5.1.sum", Name = "5.2.sum")]
[Apply<ConvNeXtBlock>(Name = "5.3"), DropPath(0.1f * 9 / 17), Add("5.2.sum", Name = "5.3.sum")]
[Apply<ConvNeXtBlock>(Name = "5.4"), DropPath(0.1f * 10 / 17), Add("5.3.sum", Name = "5.4.sum")]
[Apply<ConvNeXtBlock>(Name = "5.5"), DropPath(0.1f * 11 / 17), Add("5.4.sum", Name = "5.5.sum")]
[Apply<ConvNeXtBlock>(Name = "5.6"), DropPath(0.1f * 12 / 17), Add("5.5.sum", Name = "5.6.sum")]
[Apply<ConvNeXtBlock>(Name = "5.7"), DropPath(0.1f * 13 / 17), Add("5.6.sum", Name = "5.7.sum")]
[Apply<ConvNeXtBlock>(Name = "5.8"), DropPath(0.1f * 14 / 17), Add("5.7.sum")]
[LayerNorm(Eps = 1e-6f, Name = "6.0"), Conv2d(768, 2, Stride = 2, Name = "6.1")]
[Apply<ConvNeXtBlock>(Name = "7.0"), DropPath(0.1f * 15 / 17), Add("6.1", Name = "7.0.sum")]
[Apply<ConvNeXtBlock>(Name = "7.1"), DropPath(0.1f * 16 / 17), Add("7.0.sum", Name = "7.1.sum")]
[Apply<ConvNeXtBlock>(Name = "7.2"), DropPath(0.1f * 17 / 17), Add("7.1.sum")]
internal sealed class ConvNeXtFeatures;

[Block]
[DepthwiseConv2d(7, Padding = 3, Name = "block.0"), LayerNorm(Eps = 1e-6f, Name = "block.2")]
[Conv2d(4 * Graph.Channels, 1, Name = "block.3"), GELU, Conv2d(Graph.InputChannels, 1, Name = "block.5"), LayerScale(Name = "layer_scale")]
internal sealed class ConvNeXtBlock;
