using CnnGen.Samples.ImageNet;

namespace CnnGen.Samples.Service;

/// <summary>From a photo to the 512 features that ImageNet's classes were told apart by.</summary>
[Network(Training = false), Input(3, PhotoReader.Size, PhotoReader.Size)]
[Apply<ResNet18Base>(Name = ImageNetModel.BaseName)]
public sealed partial class ResNet18;
