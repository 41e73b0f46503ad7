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
[Apply<Inception>(64, 96, 128, 16, 32, 32, Name = "inception3a"), Apply<Inception>(128, 128, 192, 32, 96, 64, Name = "inception3b")]
[MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Inception>(192, 96, 208, 16, 48, 64, Name = "inception4a"), Apply<Inception>(160, 112, 224, 24, 64, 64, Name = "inception4b")]
[Apply<Inception>(128, 128, 256, 24, 64, 64, Name = "inception4c")]
[Apply<Inception>(112, 144, 288, 32, 64, 64, Name = "inception4d"), Apply<Inception>(256, 160, 320, 32, 128, 128, Name = "inception4e")]
[MaxPool2d(2)]
[Apply<Inception>(256, 160, 320, 32, 128, 128, Name = "inception5a"), Apply<Inception>(384, 192, 384, 48, 128, 128, Name = "inception5b")]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2f), Linear(1000, Name = "fc")]
public sealed partial class GoogLeNet;

/// <summary>Channels of branch 1, of both convolutions of branches 2 and 3, and of branch 4.</summary>
[Block]
[Conv2d(Argument.First, 1, Bias = false, Name = "branch1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch1.bn"), ReLU(Name = "b1")]
[Conv2d(Argument.Second, 1, Bias = false, From = Graph.Input, Name = "branch2.0.conv")]
[BatchNorm2d(Eps = 1e-3f, Name = "branch2.0.bn"), ReLU]
[Conv2d(Argument.Third, 3, Padding = 1, Bias = false, Name = "branch2.1.conv")]
[BatchNorm2d(Eps = 1e-3f, Name = "branch2.1.bn"), ReLU(Name = "b2")]
[Conv2d(Argument.Fourth, 1, Bias = false, From = Graph.Input, Name = "branch3.0.conv")]
[BatchNorm2d(Eps = 1e-3f, Name = "branch3.0.bn"), ReLU]
[Conv2d(Argument.Fifth, 3, Padding = 1, Bias = false, Name = "branch3.1.conv")]
[BatchNorm2d(Eps = 1e-3f, Name = "branch3.1.bn"), ReLU(Name = "b3")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input)]
[Conv2d(Argument.Sixth, 1, Bias = false, Name = "branch4.1.conv"), BatchNorm2d(Eps = 1e-3f, Name = "branch4.1.bn"), ReLU(Name = "b4")]
[Concat("b1", "b2", "b3", "b4")]
internal sealed class Inception;
