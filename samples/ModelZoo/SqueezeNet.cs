namespace CnnGen.ModelZoo;

/// <summary>Iandola et al., 2016, SqueezeNet; version 1.1, with the first stride reached in fewer operations.</summary>
[Network, Input(3, 224, 224)]
[Apply<SqueezeNetFeatures>(Name = "features")]
[Dropout(0.5f), Conv2d(1000, 1, Name = "classifier.1"), ReLU, AdaptiveAvgPool2d(1), Flatten]
public sealed partial class SqueezeNet;

[Block]
[Conv2d(64, 3, Stride = 2, Rounding = Rounding.Floor), ReLU, MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Fire128>, Apply<Fire128>, MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Fire256>, Apply<Fire256>, MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Fire384>, Apply<Fire384>, Apply<Fire512>, Apply<Fire512>]
internal sealed class SqueezeNetFeatures;

[Block]
[Conv2d(16, 1, Name = "squeeze"), ReLU(Name = "squeezed")]
[Conv2d(64, 1, Name = "expand1x1"), ReLU(Name = "small")]
[Conv2d(64, 3, Padding = 1, From = "squeezed", Name = "expand3x3"), ReLU(Name = "large")]
[Concat("small", "large")]
internal sealed class Fire128;

[Block]
[Conv2d(32, 1, Name = "squeeze"), ReLU(Name = "squeezed")]
[Conv2d(128, 1, Name = "expand1x1"), ReLU(Name = "small")]
[Conv2d(128, 3, Padding = 1, From = "squeezed", Name = "expand3x3"), ReLU(Name = "large")]
[Concat("small", "large")]
internal sealed class Fire256;

[Block]
[Conv2d(48, 1, Name = "squeeze"), ReLU(Name = "squeezed")]
[Conv2d(192, 1, Name = "expand1x1"), ReLU(Name = "small")]
[Conv2d(192, 3, Padding = 1, From = "squeezed", Name = "expand3x3"), ReLU(Name = "large")]
[Concat("small", "large")]
internal sealed class Fire384;

[Block]
[Conv2d(64, 1, Name = "squeeze"), ReLU(Name = "squeezed")]
[Conv2d(256, 1, Name = "expand1x1"), ReLU(Name = "small")]
[Conv2d(256, 3, Padding = 1, From = "squeezed", Name = "expand3x3"), ReLU(Name = "large")]
[Concat("small", "large")]
internal sealed class Fire512;
