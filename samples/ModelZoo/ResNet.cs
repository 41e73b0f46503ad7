namespace CnnGen.ModelZoo;

/// <summary>He et al., 2015, Deep Residual Learning for Image Recognition: 18 layers in blocks of two 3×3 convolutions.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Basic64>(Name = "layer1", Repeat = 2)]
[Apply<Basic128Down>(Name = "layer2.0"), Apply<Basic128>(Name = "layer2.1")]
[Apply<Basic256Down>(Name = "layer3.0"), Apply<Basic256>(Name = "layer3.1")]
[Apply<Basic512Down>(Name = "layer4.0"), Apply<Basic512>(Name = "layer4.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet18;

/// <summary>The 34 layers.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Basic64>(Name = "layer1", Repeat = 3)]
[Apply<Basic128Down>(Name = "layer2.0"), Apply<Basic128>(Name = "layer2", Repeat = 3, StartIndex = 1)]
[Apply<Basic256Down>(Name = "layer3.0"), Apply<Basic256>(Name = "layer3", Repeat = 5, StartIndex = 1)]
[Apply<Basic512Down>(Name = "layer4.0"), Apply<Basic512>(Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet34;

/// <summary>The 50 layers, in blocks of 1×1, 3×3 and 1×1 convolutions; the 3×3 has the stride, as in torchvision.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Bottleneck64Wide>(Name = "layer1.0"), Apply<Bottleneck64>(Name = "layer1", Repeat = 2, StartIndex = 1)]
[Apply<Bottleneck128Down>(Name = "layer2.0"), Apply<Bottleneck128>(Name = "layer2", Repeat = 3, StartIndex = 1)]
[Apply<Bottleneck256Down>(Name = "layer3.0"), Apply<Bottleneck256>(Name = "layer3", Repeat = 5, StartIndex = 1)]
[Apply<Bottleneck512Down>(Name = "layer4.0"), Apply<Bottleneck512>(Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet50;

/// <summary>The 101 layers, in blocks of 1×1, 3×3 and 1×1 convolutions; the 3×3 has the stride, as in torchvision.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Bottleneck64Wide>(Name = "layer1.0"), Apply<Bottleneck64>(Name = "layer1", Repeat = 2, StartIndex = 1)]
[Apply<Bottleneck128Down>(Name = "layer2.0"), Apply<Bottleneck128>(Name = "layer2", Repeat = 3, StartIndex = 1)]
[Apply<Bottleneck256Down>(Name = "layer3.0"), Apply<Bottleneck256>(Name = "layer3", Repeat = 22, StartIndex = 1)]
[Apply<Bottleneck512Down>(Name = "layer4.0"), Apply<Bottleneck512>(Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet101;

/// <summary>The 152 layers, in blocks of 1×1, 3×3 and 1×1 convolutions; the 3×3 has the stride, as in torchvision.</summary>
[Network, Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Apply<Bottleneck64Wide>(Name = "layer1.0"), Apply<Bottleneck64>(Name = "layer1", Repeat = 2, StartIndex = 1)]
[Apply<Bottleneck128Down>(Name = "layer2.0"), Apply<Bottleneck128>(Name = "layer2", Repeat = 7, StartIndex = 1)]
[Apply<Bottleneck256Down>(Name = "layer3.0"), Apply<Bottleneck256>(Name = "layer3", Repeat = 35, StartIndex = 1)]
[Apply<Bottleneck512Down>(Name = "layer4.0"), Apply<Bottleneck512>(Name = "layer4", Repeat = 2, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
public sealed partial class ResNet152;

[Block]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Basic64;

[Block]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Basic128;

[Block]
[Conv2d(128, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(128, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("downsample.1"), ReLU]
internal sealed class Basic128Down;

[Block]
[Conv2d(256, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(256, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Basic256;

[Block]
[Conv2d(256, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(256, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(256, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("downsample.1"), ReLU]
internal sealed class Basic256Down;

[Block]
[Conv2d(512, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(512, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add(Graph.Input), ReLU]
internal sealed class Basic512;

[Block]
[Conv2d(512, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(512, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(512, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Add("downsample.1"), ReLU]
internal sealed class Basic512Down;

[Block]
[Conv2d(256, 1, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(64, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(256, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add("downsample.1"), ReLU]
internal sealed class Bottleneck64Wide;

[Block]
[Conv2d(64, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(256, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add(Graph.Input), ReLU]
internal sealed class Bottleneck64;

[Block]
[Conv2d(512, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(128, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(128, 3, Stride = 2, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(512, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add("downsample.1"), ReLU]
internal sealed class Bottleneck128Down;

[Block]
[Conv2d(128, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(512, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add(Graph.Input), ReLU]
internal sealed class Bottleneck128;

[Block]
[Conv2d(1024, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(256, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(256, 3, Stride = 2, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(1024, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add("downsample.1"), ReLU]
internal sealed class Bottleneck256Down;

[Block]
[Conv2d(256, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(256, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(1024, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add(Graph.Input), ReLU]
internal sealed class Bottleneck256;

[Block]
[Conv2d(2048, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
[Conv2d(512, 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(512, 3, Stride = 2, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(2048, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add("downsample.1"), ReLU]
internal sealed class Bottleneck512Down;

[Block]
[Conv2d(512, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(512, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d(2048, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Add(Graph.Input), ReLU]
internal sealed class Bottleneck512;
