namespace CnnGen.ModelZoo.Tests.Small;

[Network, Input(3, 16, 16)]
[Conv2d(16, 3, Padding = 1), ReLU, LocalResponseNorm(5, Alpha = 5e-4f, K = 2), MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1, Groups = 2), ReLU, LocalResponseNorm(5, Alpha = 5e-4f, K = 2), MaxPool2d(2)]
[Flatten, Linear(20), ReLU, Linear(10)]
public sealed partial class SmallAlexNet;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Padding = 1), ReLU, Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(12, 3, Padding = 1), ReLU, MaxPool2d(2), Flatten, Linear(16), ReLU, Linear(10)]
public sealed partial class SmallVgg;

[Network, Input(1, 28, 28)]
[Conv2d(4, 3, Name = "conv_d0a-b"), ReLU, Conv2d(4, 3, Name = "conv_d0b-c"), ReLU(Name = "d0c"), MaxPool2d(2)]
[Conv2d(8, 3, Name = "conv_d1a-b"), ReLU, Conv2d(8, 3, Name = "conv_d1b-c"), ReLU]
[ConvTranspose2d(4, 2, Stride = 2, Name = "upconv_d1c_u0a"), ReLU(Name = "u0a")]
[CenterCrop2d(16, 16, From = "d0c", Name = "d0cc"), Concat("u0a", "d0cc")]
[Conv2d(4, 3, Name = "conv_u0b-c"), ReLU, Conv2d(4, 3, Name = "conv_u0c-d"), ReLU, Conv2d(2, 1, Name = "conv_u0d-score")]
public sealed partial class SmallUNet;

[Network, Input(3, 16, 16)]
[Conv2d(8, 3, Name = "features.0"), ReLU]
[Conv2d(4, 1, Name = "features.2.squeeze"), ReLU(Name = "squeezed")]
[Conv2d(6, 1, Name = "features.2.expand1x1"), ReLU(Name = "small")]
[Conv2d(6, 3, Padding = 1, From = "squeezed", Name = "features.2.expand3x3"), ReLU(Name = "large"), Concat("small", "large")]
[Conv2d(10, 1, Name = "conv"), ReLU, AdaptiveAvgPool2d(1), Flatten]
public sealed partial class SmallSqueezeNet;
