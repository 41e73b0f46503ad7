namespace CnnGen.ModelZoo;

/// <summary>
/// Szegedy et al., 2015, Going Deeper with Convolutions, as torchvision has it: with batch normalisation, a 3×3 convolution in place of
/// the 5×5, no auxiliary classifiers, and input normalised for ImageNet, which is changed here to what the weights were trained on.
/// </summary>
[Network, Input(3, 224, 224)]
[Normalize(
    [(0.5f - 0.485f) / 0.229f, (0.5f - 0.456f) / 0.224f, (0.5f - 0.406f) / 0.225f],
    [0.5f / 0.229f, 0.5f / 0.224f, 0.5f / 0.225f])]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "conv1.bn"), ReLU]
[MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Conv2d(64, 1, Bias = false, Name = "conv2.conv"), BatchNorm2d(Eps = 1e-3f, Name = "conv2.bn"), ReLU]
[Conv2d(192, 3, Padding = 1, Bias = false, Name = "conv3.conv"), BatchNorm2d(Eps = 1e-3f, Name = "conv3.bn"), ReLU]
[MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Inception3a>(Name = "inception3a"), Apply<Inception3b>(Name = "inception3b")]
[MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Inception4a>(Name = "inception4a"), Apply<Inception4b>(Name = "inception4b"), Apply<Inception4c>(Name = "inception4c")]
[Apply<Inception4d>(Name = "inception4d"), Apply<Inception4e>(Name = "inception4e"), MaxPool2d(2)]
[Apply<Inception5a>(Name = "inception5a"), Apply<Inception5b>(Name = "inception5b")]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2f), Linear(1000, Name = "fc")]
public sealed partial class GoogLeNet;

[Block]
[Conv2d(64, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(96, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(16, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(32, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception3a;

[Block]
[Conv2d(128, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(128, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(192, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(32, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(96, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(64, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception3b;

[Block]
[Conv2d(192, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(96, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(208, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(16, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(48, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(64, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception4a;

[Block]
[Conv2d(160, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(112, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(224, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(24, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(64, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception4b;

[Block]
[Conv2d(128, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(128, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(256, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(24, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(64, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception4c;

[Block]
[Conv2d(112, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(144, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(288, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(32, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(64, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception4d;

[Block]
[Conv2d(256, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(160, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(320, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(32, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(128, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception4e;

[Block]
[Conv2d(256, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(160, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(320, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(32, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(128, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception5a;

[Block]
[Conv2d(384, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(192, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(384, 3, Padding = 1, Bias = false, Name = "branch2.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(48, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(128, 3, Padding = 1, Bias = false, Name = "branch3.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(128, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception5b;
