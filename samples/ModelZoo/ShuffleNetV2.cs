namespace CnnGen.ModelZoo;

/// <summary>Ma et al., 2018, ShuffleNet V2: half the channels pass each unit as they are, then all are shuffled; width 1.0.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(24, 3, Stride = 2, Padding = 1, Bias = false, Name = "conv1.0"), BatchNorm2d(Name = "conv1.1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Shuffle116Down>(Name = "stage2.0"), Apply<Shuffle116>(Name = "stage2", Repeat = 3, StartIndex = 1)]
[Apply<Shuffle232Down>(Name = "stage3.0"), Apply<Shuffle232>(Name = "stage3", Repeat = 7, StartIndex = 1)]
[Apply<Shuffle464Down>(Name = "stage4.0"), Apply<Shuffle464>(Name = "stage4", Repeat = 3, StartIndex = 1)]
[Conv2d(1024, 1, Bias = false, Name = "conv5.0"), BatchNorm2d(Name = "conv5.1"), ReLU]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ShuffleNetV2;

[Block]
[Apply<ShuffleLeft58>(Name = "branch1")]
[Apply<ShuffleRight58Down>(From = Graph.Input, Name = "branch2")]
[Concat("branch1", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle116Down;

[Block]
[Slice(0, 58, Name = "kept")]
[Slice(58, 58, From = Graph.Input), Apply<ShuffleRight58>(Name = "branch2")]
[Concat("kept", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle116;

[Block]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(58, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleLeft58;

[Block]
[Conv2d(58, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(58, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight58Down;

[Block]
[Conv2d(58, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(58, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight58;

[Block]
[Apply<ShuffleLeft116>(Name = "branch1")]
[Apply<ShuffleRight116Down>(From = Graph.Input, Name = "branch2")]
[Concat("branch1", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle232Down;

[Block]
[Slice(0, 116, Name = "kept")]
[Slice(116, 116, From = Graph.Input), Apply<ShuffleRight116>(Name = "branch2")]
[Concat("kept", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle232;

[Block]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(116, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleLeft116;

[Block]
[Conv2d(116, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(116, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight116Down;

[Block]
[Conv2d(116, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(116, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight116;

[Block]
[Apply<ShuffleLeft232>(Name = "branch1")]
[Apply<ShuffleRight232Down>(From = Graph.Input, Name = "branch2")]
[Concat("branch1", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle464Down;

[Block]
[Slice(0, 232, Name = "kept")]
[Slice(232, 232, From = Graph.Input), Apply<ShuffleRight232>(Name = "branch2")]
[Concat("kept", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle464;

[Block]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(232, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleLeft232;

[Block]
[Conv2d(232, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(232, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight232Down;

[Block]
[Conv2d(232, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(232, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight232;
