namespace CnnGen.ModelZoo;

/// <summary>
/// Krizhevsky et al., 2012, ImageNet Classification with Deep Convolutional Neural Networks: two groups, one for each graphics card of
/// the time, and local response normalisation.
/// </summary>
[Network, Input(3, 227, 227)]
[Conv2d(96, 11, Stride = 4, Name = "conv1"), ReLU, LocalResponseNorm(5, Alpha = 5e-4f, K = 2), MaxPool2d(3, Stride = 2)]
[Conv2d(256, 5, Padding = 2, Groups = 2, Name = "conv2"), ReLU, LocalResponseNorm(5, Alpha = 5e-4f, K = 2), MaxPool2d(3, Stride = 2)]
[Conv2d(384, 3, Padding = 1, Name = "conv3"), ReLU]
[Conv2d(384, 3, Padding = 1, Groups = 2, Name = "conv4"), ReLU]
[Conv2d(256, 3, Padding = 1, Groups = 2, Name = "conv5"), ReLU, MaxPool2d(3, Stride = 2), Flatten]
[Linear(4096, Name = "fc6"), ReLU, Dropout(0.5f)]
[Linear(4096, Name = "fc7"), ReLU, Dropout(0.5f)]
[Linear(1000, Name = "fc8")]
public sealed partial class AlexNetOf2012;

/// <summary>Krizhevsky, 2014, One Weird Trick for Parallelizing Convolutional Neural Networks; torchvision's AlexNet.</summary>
[Network, Input(3, 224, 224)]
[Apply<AlexNetFeatures>(Name = "features"), Flatten, Apply<AlexNetClassifier>(Name = "classifier")]
public sealed partial class AlexNet;

[Block]
[Conv2d(64, 11, Stride = 4, Padding = 2), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(192, 5, Padding = 2), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(384, 3, Padding = 1), ReLU]
[Conv2d(256, 3, Padding = 1), ReLU]
[Conv2d(256, 3, Padding = 1), ReLU, MaxPool2d(3, Stride = 2)]
internal sealed class AlexNetFeatures;

[Block]
[Dropout(0.5f), Linear(4096), ReLU, Dropout(0.5f), Linear(4096), ReLU, Linear(1000)]
internal sealed class AlexNetClassifier;
