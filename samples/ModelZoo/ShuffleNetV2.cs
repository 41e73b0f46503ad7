namespace CnnGen.ModelZoo;

/// <summary>Ma et al., 2018, ShuffleNet V2: half the channels pass each unit as they are, then all are shuffled; width 1.0.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(24, 3, Stride = 2, Padding = 1, Bias = false, Name = "conv1.0"), BatchNorm2d(Name = "conv1.1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<ShuffleDown>(58, Name = "stage2.0"), Apply<Shuffle>(Name = "stage2", Repeat = 3, StartIndex = 1)]
[Apply<ShuffleDown>(116, Name = "stage3.0"), Apply<Shuffle>(Name = "stage3", Repeat = 7, StartIndex = 1)]
[Apply<ShuffleDown>(232, Name = "stage4.0"), Apply<Shuffle>(Name = "stage4", Repeat = 3, StartIndex = 1)]
[Conv2d(1024, 1, Bias = false, Name = "conv5.0"), BatchNorm2d(Name = "conv5.1"), ReLU]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ShuffleNetV2;

/// <summary>Channels of each half of the output.</summary>
[Block]
[Apply<ShuffleLeft>(Argument.First, Name = "branch1")]
[Apply<ShuffleRight>(Argument.First, 2, From = Graph.Input, Name = "branch2")]
[Concat("branch1", "branch2"), ChannelShuffle(2)]
internal sealed class ShuffleDown;

[Block]
[Slice(0, Graph.Channels / 2, Name = "kept")]
[Slice(Graph.Channels / 2, Graph.Channels / 2, From = Graph.Input), Apply<ShuffleRight>(Graph.Channels, 1, Name = "branch2")]
[Concat("kept", "branch2"), ChannelShuffle(2)]
internal sealed class Shuffle;

[Block]
[DepthwiseConv2d(3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(Argument.First, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleLeft;

[Block]
[Conv2d(Argument.First, 1, Bias = false), BatchNorm2d, ReLU]
[DepthwiseConv2d(3, Stride = Argument.Second, Padding = 1, Bias = false), BatchNorm2d]
[Conv2d(Argument.First, 1, Bias = false), BatchNorm2d, ReLU]
internal sealed class ShuffleRight;
