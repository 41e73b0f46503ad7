namespace CnnGen.ModelZoo;

/// <summary>He et al., 2015: the residual networks for images of 32×32 pixels (CIFAR), with 20 layers.</summary>
[Network, Input(3, 32, 32)]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Apply<CifarBasic>(16, Name = "layer1", Repeat = 3)]
[Apply<CifarDown>(32, Name = "layer2.0"), Apply<CifarBasic>(32, Name = "layer2", Repeat = 2, StartIndex = 1)]
[Apply<CifarDown>(64, Name = "layer3.0"), Apply<CifarBasic>(64, Name = "layer3", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class ResNet20;

[Block]
[Conv2d(CifarBasic.Width, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(CifarBasic.Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class CifarBasic
{
    public const int Width = Argument.First;
}

/// <summary>The paper's shortcut A has no parameters: every other pixel, and zeros for the new channels.</summary>
[Block]
[AvgPool2d(1, Stride = 2, Name = "half"), FixedConv2d(1, 0, Name = "zeros"), Concat("half", "zeros", Name = "shortcut")]
[Conv2d(CifarBasic.Width, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(CifarBasic.Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("shortcut"), ReLU]
internal sealed class CifarDown;
