namespace CnnGen.ModelZoo;

/// <summary>He et al., 2015: the residual network for images of 32×32 pixels (CIFAR) with 56 layers.</summary>
[Network, Input(3, 32, 32)]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Apply<CifarBasic>(16, Name = "layer1", Repeat = 9)]
[Apply<CifarDown>(32, Name = "layer2.0"), Apply<CifarBasic>(32, Name = "layer2", Repeat = 8, StartIndex = 1)]
[Apply<CifarDown>(64, Name = "layer3.0"), Apply<CifarBasic>(64, Name = "layer3", Repeat = 8, StartIndex = 1)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
public sealed partial class ResNet56;
