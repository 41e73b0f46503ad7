namespace CnnGen.ModelZoo;

/// <summary>Simonyan and Zisserman, 2014, Very Deep Convolutional Networks for Large-Scale Image Recognition: 11 layers.</summary>
[Network, Input(3, 224, 224)]
[Apply<Vgg11Features>(Name = "features"), Flatten, Apply<VggClassifier>(Name = "classifier")]
public sealed partial class Vgg11;

[Block]
[Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(128, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(256, 3, Padding = 1), ReLU, Conv2d(256, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, MaxPool2d(2)]
internal sealed class Vgg11Features;

/// <summary>The 16 layers.</summary>
[Network, Input(3, 224, 224)]
[Apply<Vgg16Features>(Name = "features"), Flatten, Apply<VggClassifier>(Name = "classifier")]
public sealed partial class Vgg16;

[Block]
[Conv2d(64, 3, Padding = 1), ReLU, Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(128, 3, Padding = 1), ReLU, Conv2d(128, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(256, 3, Padding = 1), ReLU, Conv2d(256, 3, Padding = 1), ReLU, Conv2d(256, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, MaxPool2d(2)]
internal sealed class Vgg16Features;

/// <summary>The 19 layers.</summary>
[Network, Input(3, 224, 224)]
[Apply<Vgg19Features>(Name = "features"), Flatten, Apply<VggClassifier>(Name = "classifier")]
public sealed partial class Vgg19;

[Block]
[Conv2d(64, 3, Padding = 1), ReLU, Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(128, 3, Padding = 1), ReLU, Conv2d(128, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(256, 3, Padding = 1), ReLU, Conv2d(256, 3, Padding = 1), ReLU]
[Conv2d(256, 3, Padding = 1), ReLU, Conv2d(256, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU]
[Conv2d(512, 3, Padding = 1), ReLU, Conv2d(512, 3, Padding = 1), ReLU, MaxPool2d(2)]
internal sealed class Vgg19Features;

[Block]
[Linear(4096), ReLU, Dropout(0.5f), Linear(4096), ReLU, Dropout(0.5f), Linear(1000)]
internal sealed class VggClassifier;
