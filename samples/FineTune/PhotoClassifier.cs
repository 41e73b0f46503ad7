using CnnGen;
using CnnGen.Samples.ImageNet;

namespace FineTuneSample;

/// <summary>
/// ResNet-18's features, and a head that learns what they mean. The number of classes is only known when a folder is read, that of the
/// outputs when the network is compiled: outputs without a class learn to stay low.
/// </summary>
[Network, Input(3, PhotoReader.Size, PhotoReader.Size)]
[Apply<ResNet18Base>(Name = ImageNetModel.BaseName)]
[Linear(MaxClasses, Name = "head")]
public sealed partial class PhotoClassifier
{
    /// <summary>The most classes that a folder may have.</summary>
    public const int MaxClasses = 32;
}
