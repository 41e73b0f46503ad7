namespace CnnGen.EndToEnd.Tests.Networks;

[Block]
[Conv2d(12, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(12, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(12, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("downsample.1"), ReLU]
internal partial class GraphDown;

/// <summary>A residual block, a concatenation of two branches, a channel gate: as make_graph_golden.py.</summary>
[Network]
[Input(3, 10, 10)]
[Conv2d(9, 3, Padding = 1, Name = "stem"), BatchNorm2d(Name = "bn"), ReLU]
[Apply<GraphDown>(Name = "layer1")]
[SiLU(Name = "t")]
[Conv2d(5, 1, From = "t", Name = "b1"), Tanh(Name = "x1")]
[DepthwiseConv2d(3, Padding = 1, From = "t", Name = "b2"), ReLU(Name = "x2")]
[Concat("x1", "x2", Name = "cat")]
[AvgPool2d(5), Conv2d(17, 1, Name = "se"), Sigmoid(Name = "gate")]
[Multiply("cat", "gate")]
[BatchNorm2d(Name = "bn3")]
[Flatten, Linear(7, Name = "fc")]
public sealed partial class GraphNetwork;
