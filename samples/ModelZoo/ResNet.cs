namespace CnnGen.ModelZoo;

/// <summary>He et al., 2015, Deep Residual Learning for Image Recognition: 18 layers in blocks of two 3×3 convolutions.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Basic>(64, Name = "layer1", Repeat = 2)]
[Apply<BasicDown>(128, Name = "layer2.0"), Apply<Basic>(128, Name = "layer2.1")]
[Apply<BasicDown>(256, Name = "layer3.0"), Apply<Basic>(256, Name = "layer3.1")]
[Apply<BasicDown>(512, Name = "layer4.0"), Apply<Basic>(512, Name = "layer4.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet18;

/// <summary>The 34 layers.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Basic>(64, Name = "layer1", Repeat = 3)]
[Apply<BasicDown>(128, Name = "layer2.0"), Apply<Basic>(128, Name = "layer2", Repeat = 3, StartIndex = 1)]
[Apply<BasicDown>(256, Name = "layer3.0"), Apply<Basic>(256, Name = "layer3", Repeat = 5, StartIndex = 1)]
[Apply<BasicDown>(512, Name = "layer4.0"), Apply<Basic>(512, Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet34;

/// <summary>The 50 layers, in blocks of 1×1, 3×3 and 1×1 convolutions; the 3×3 has the stride, as in torchvision.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<BottleneckDown>(64, 1, Name = "layer1.0"), Apply<Bottleneck>(64, Name = "layer1", Repeat = 2, StartIndex = 1)]
[Apply<BottleneckDown>(128, 2, Name = "layer2.0"), Apply<Bottleneck>(128, Name = "layer2", Repeat = 3, StartIndex = 1)]
[Apply<BottleneckDown>(256, 2, Name = "layer3.0"), Apply<Bottleneck>(256, Name = "layer3", Repeat = 5, StartIndex = 1)]
[Apply<BottleneckDown>(512, 2, Name = "layer4.0"), Apply<Bottleneck>(512, Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet50;

/// <summary>The 101 layers, in blocks of 1×1, 3×3 and 1×1 convolutions; the 3×3 has the stride, as in torchvision.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<BottleneckDown>(64, 1, Name = "layer1.0"), Apply<Bottleneck>(64, Name = "layer1", Repeat = 2, StartIndex = 1)]
[Apply<BottleneckDown>(128, 2, Name = "layer2.0"), Apply<Bottleneck>(128, Name = "layer2", Repeat = 3, StartIndex = 1)]
[Apply<BottleneckDown>(256, 2, Name = "layer3.0"), Apply<Bottleneck>(256, Name = "layer3", Repeat = 22, StartIndex = 1)]
[Apply<BottleneckDown>(512, 2, Name = "layer4.0"), Apply<Bottleneck>(512, Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet101;

/// <summary>The 152 layers, in blocks of 1×1, 3×3 and 1×1 convolutions; the 3×3 has the stride, as in torchvision.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<BottleneckDown>(64, 1, Name = "layer1.0"), Apply<Bottleneck>(64, Name = "layer1", Repeat = 2, StartIndex = 1)]
[Apply<BottleneckDown>(128, 2, Name = "layer2.0"), Apply<Bottleneck>(128, Name = "layer2", Repeat = 7, StartIndex = 1)]
[Apply<BottleneckDown>(256, 2, Name = "layer3.0"), Apply<Bottleneck>(256, Name = "layer3", Repeat = 35, StartIndex = 1)]
[Apply<BottleneckDown>(512, 2, Name = "layer4.0"), Apply<Bottleneck>(512, Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet152;

[Block]
[Conv2d(Basic.Width, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(Basic.Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Basic
{
    public const int Width = Argument.First;
}

[Block]
[Conv2d(Basic.Width, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(Basic.Width, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(Basic.Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("downsample.1"), ReLU]
internal sealed class BasicDown;

[Block]
[Conv2d(Bottleneck.Width, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(Bottleneck.Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(4 * Bottleneck.Width, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add(Graph.Input), ReLU]
internal sealed class Bottleneck
{
    public const int Width = Argument.First;
}

[Block]
[Conv2d(4 * Bottleneck.Width, 1, Stride = BottleneckDown.Step, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(Bottleneck.Width, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(Bottleneck.Width, 3, Stride = BottleneckDown.Step, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(4 * Bottleneck.Width, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add("downsample.1"), ReLU]
internal sealed class BottleneckDown
{
    public const int Step = Argument.Second;
}
