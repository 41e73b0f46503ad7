namespace CnnGen.ModelZoo.Tests.Small;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "conv.0"), BatchNorm2d(Name = "conv.1"), ReLU]
[Apply<Widening>(Name = "layer1.0"), Apply<Keeping>(Name = "layer1.1"), Apply<Halving>(Name = "layer2")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallResNet;

[Block]
[Conv2d(16, 1, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(4, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(4, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(16, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3"), Add("downsample.1"), ReLU]
internal sealed class Widening;

[Block]
[Conv2d(4, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(4, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(16, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3"), Add(Graph.Input), ReLU]
internal sealed class Keeping;

[Block]
[Conv2d(24, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(6, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(6, 3, Stride = 2, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(24, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3"), Add("downsample.1"), ReLU]
internal sealed class Halving;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Bias = false, Name = "conv1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "conv1.bn"), ReLU]
[MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil), Apply<Inception>(Name = "inception")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallGoogLeNet;

[Block]
[Conv2d(4, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(6, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(3, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(5, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(7, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Stride = 2, Bias = false, Rounding = Rounding.Floor, Name = "conv1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "conv1.bn"), ReLU]
[Apply<Factorised>(Name = "mixed")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallInception;

[Block]
[Conv2d(5, 1, 7, Padding = Pad.Same, Bias = false, Name = "a1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "a1.bn"), ReLU]
[Conv2d(6, 7, 1, Padding = Pad.Same, Bias = false, Name = "a2.conv"), BatchNorm2d(Eps = 1e-3f, Name = "a2.bn"), ReLU(Name = "a2")]
[Conv2d(7, 1, Bias = false, From = Graph.Input, Name = "b1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "b1.bn"), ReLU(Name = "b1")]
[Conv2d(4, 1, 3, Padding = Pad.Same, Bias = false, Name = "b2a.conv"), BatchNorm2d(Eps = 1e-3f, Name = "b2a.bn"), ReLU(Name = "b2a")]
[Conv2d(4, 3, 1, Padding = Pad.Same, Bias = false, From = "b1", Name = "b2b.conv")]
[BatchNorm2d(Eps = 1e-3f, Name = "b2b.bn"), ReLU(Name = "b2b")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(3, 1, Bias = false, Name = "c.conv"), BatchNorm2d(Eps = 1e-3f, Name = "c.bn"), ReLU(Name = "c")]
[Concat("a2", "b2a", "b2b", "c")]
internal sealed class Factorised;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "conv0")]
[Apply<DenseLayer>(Name = "denseblock1.denselayer1"), Apply<DenseLayer>(Name = "denseblock1.denselayer2")]
[BatchNorm2d(Name = "transition1.norm"), ReLU, Conv2d(8, 1, Bias = false, Name = "transition1.conv"), AvgPool2d(2)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class SmallDenseNet;

[Block]
[BatchNorm2d(Name = "norm1"), ReLU, Conv2d(8, 1, Bias = false, Name = "conv1")]
[BatchNorm2d(Name = "norm2"), ReLU, Conv2d(4, 3, Padding = 1, Bias = false, Name = "conv2")]
[Concat(Graph.Input, "conv2")]
internal sealed class DenseLayer;
