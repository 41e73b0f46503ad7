namespace CnnGen.ModelZoo;

/// <summary>Huang et al., 2017, Densely Connected Convolutional Networks: 121 layers, each reads all before it in its block.</summary>
[Network, Input(3, 224, 224)]
[Apply<DenseNetFeatures>(Name = "features"), ReLU]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "classifier")]
public sealed partial class DenseNet121;

[Block]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv0"), BatchNorm2d(Name = "norm0"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<DenseBlock6>(Name = "denseblock1"), Apply<Transition>(Name = "transition1")]
[Apply<DenseBlock12>(Name = "denseblock2"), Apply<Transition>(Name = "transition2")]
[Apply<DenseBlock24>(Name = "denseblock3"), Apply<Transition>(Name = "transition3")]
[Apply<DenseBlock16>(Name = "denseblock4"), BatchNorm2d(Name = "norm5")]
internal sealed class DenseNetFeatures;

[Block]
[BatchNorm2d(Name = "norm1"), ReLU, Conv2d(128, 1, Bias = false, Name = "conv1")]
[BatchNorm2d(Name = "norm2"), ReLU, Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv2")]
[Concat(Graph.Input, "conv2")]
internal sealed class DenseLayer;

[Block]
[Apply<DenseLayer>(Name = "denselayer1"), Apply<DenseLayer>(Name = "denselayer2"), Apply<DenseLayer>(Name = "denselayer3")]
[Apply<DenseLayer>(Name = "denselayer4"), Apply<DenseLayer>(Name = "denselayer5"), Apply<DenseLayer>(Name = "denselayer6")]
internal sealed class DenseBlock6;

[Block]
[Apply<DenseLayer>(Name = "denselayer1"), Apply<DenseLayer>(Name = "denselayer2"), Apply<DenseLayer>(Name = "denselayer3")]
[Apply<DenseLayer>(Name = "denselayer4"), Apply<DenseLayer>(Name = "denselayer5"), Apply<DenseLayer>(Name = "denselayer6")]
[Apply<DenseLayer>(Name = "denselayer7"), Apply<DenseLayer>(Name = "denselayer8"), Apply<DenseLayer>(Name = "denselayer9")]
[Apply<DenseLayer>(Name = "denselayer10"), Apply<DenseLayer>(Name = "denselayer11"), Apply<DenseLayer>(Name = "denselayer12")]
internal sealed class DenseBlock12;

[Block]
[Apply<DenseLayer>(Name = "denselayer1"), Apply<DenseLayer>(Name = "denselayer2"), Apply<DenseLayer>(Name = "denselayer3")]
[Apply<DenseLayer>(Name = "denselayer4"), Apply<DenseLayer>(Name = "denselayer5"), Apply<DenseLayer>(Name = "denselayer6")]
[Apply<DenseLayer>(Name = "denselayer7"), Apply<DenseLayer>(Name = "denselayer8"), Apply<DenseLayer>(Name = "denselayer9")]
[Apply<DenseLayer>(Name = "denselayer10"), Apply<DenseLayer>(Name = "denselayer11"), Apply<DenseLayer>(Name = "denselayer12")]
[Apply<DenseLayer>(Name = "denselayer13"), Apply<DenseLayer>(Name = "denselayer14"), Apply<DenseLayer>(Name = "denselayer15")]
[Apply<DenseLayer>(Name = "denselayer16"), Apply<DenseLayer>(Name = "denselayer17"), Apply<DenseLayer>(Name = "denselayer18")]
[Apply<DenseLayer>(Name = "denselayer19"), Apply<DenseLayer>(Name = "denselayer20"), Apply<DenseLayer>(Name = "denselayer21")]
[Apply<DenseLayer>(Name = "denselayer22"), Apply<DenseLayer>(Name = "denselayer23"), Apply<DenseLayer>(Name = "denselayer24")]
internal sealed class DenseBlock24;

[Block]
[Apply<DenseLayer>(Name = "denselayer1"), Apply<DenseLayer>(Name = "denselayer2"), Apply<DenseLayer>(Name = "denselayer3")]
[Apply<DenseLayer>(Name = "denselayer4"), Apply<DenseLayer>(Name = "denselayer5"), Apply<DenseLayer>(Name = "denselayer6")]
[Apply<DenseLayer>(Name = "denselayer7"), Apply<DenseLayer>(Name = "denselayer8"), Apply<DenseLayer>(Name = "denselayer9")]
[Apply<DenseLayer>(Name = "denselayer10"), Apply<DenseLayer>(Name = "denselayer11"), Apply<DenseLayer>(Name = "denselayer12")]
[Apply<DenseLayer>(Name = "denselayer13"), Apply<DenseLayer>(Name = "denselayer14"), Apply<DenseLayer>(Name = "denselayer15")]
[Apply<DenseLayer>(Name = "denselayer16")]
internal sealed class DenseBlock16;

[Block]
[BatchNorm2d(Name = "norm"), ReLU, Conv2d(Graph.Channels / 2, 1, Bias = false, Name = "conv"), AvgPool2d(2)]
internal sealed class Transition;
