namespace CnnGen.ModelZoo;

/// <summary>Iandola et al., 2016, SqueezeNet; version 1.1, with the first stride reached in fewer operations.</summary>
[Network, Input(3, 224, 224)]
[Apply<SqueezeNetFeatures>(Name = "features")]
[Dropout(0.5f), Conv2d(1000, 1, Name = "classifier.1"), ReLU, AdaptiveAvgPool2d(1), Flatten]
public sealed partial class SqueezeNet;

[Block]
[Conv2d(64, 3, Stride = 2, Rounding = Rounding.Floor), ReLU, MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Fire>(16), Apply<Fire>(16), MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Fire>(32), Apply<Fire>(32), MaxPool2d(3, Stride = 2, Rounding = Rounding.Ceil)]
[Apply<Fire>(48), Apply<Fire>(48), Apply<Fire>(64), Apply<Fire>(64)]
internal sealed class SqueezeNetFeatures;

[Block]
[Conv2d(Fire.Squeezed, 1, Name = "squeeze"), ReLU(Name = "squeezed")]
[Conv2d(4 * Fire.Squeezed, 1, Name = "expand1x1"), ReLU(Name = "small")]
[Conv2d(4 * Fire.Squeezed, 3, Padding = 1, From = "squeezed", Name = "expand3x3"), ReLU(Name = "large")]
[Concat("small", "large")]
internal sealed class Fire
{
    public const int Squeezed = Argument.First;
}
