namespace CnnGen.ModelZoo;

/// <summary>He et al., 2015: the residual networks for images of 32×32 pixels (CIFAR), with 20 layers.</summary>
[Network, Input(3, 32, 32)]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Apply<Cifar16>(Name = "layer1", Repeat = 3)]
[Apply<Cifar32Down>(Name = "layer2.0"), Apply<Cifar32>(Name = "layer2", Repeat = 2, StartIndex = 1)]
[Apply<Cifar64Down>(Name = "layer3.0"), Apply<Cifar64>(Name = "layer3", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class ResNet20;

/// <summary>The 56 layers.</summary>
[Network, Input(3, 32, 32)]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Apply<Cifar16>(Name = "layer1", Repeat = 9)]
[Apply<Cifar32Down>(Name = "layer2.0"), Apply<Cifar32>(Name = "layer2", Repeat = 8, StartIndex = 1)]
[Apply<Cifar64Down>(Name = "layer3.0"), Apply<Cifar64>(Name = "layer3", Repeat = 8, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class ResNet56;

[Block]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Cifar16;

/// <summary>The paper's shortcut A has no parameters: every other pixel, and zeros for the new channels.</summary>
[Block]
[AvgPool2d(1, Stride = 2, Name = "half"), FixedConv2d(1, 0, Name = "zeros"), Concat("half", "zeros", Name = "shortcut")]
[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("shortcut"), ReLU]
internal sealed class Cifar32Down;

[Block]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Cifar32;

/// <summary>The paper's shortcut A has no parameters: every other pixel, and zeros for the new channels.</summary>
[Block]
[AvgPool2d(1, Stride = 2, Name = "half"), FixedConv2d(1, 0, Name = "zeros"), Concat("half", "zeros", Name = "shortcut")]
[Conv2d(64, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("shortcut"), ReLU]
internal sealed class Cifar64Down;

[Block]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Cifar64;
