namespace CnnGen.Samples.ImageNet;

/// <summary>
/// ResNet-18 up to its 512 features, as <c>cnngen import</c> writes the model that ML.NET's image featurizer holds, but as a block: a
/// service takes the features as they are, a fine-tuning puts a head on them. Its input are photos as <see cref="PhotoReader"/> reads them.
/// </summary>
[Block]
[Conv2d(64, 7, Stride = 2, PaddingTop = 3, PaddingBottom = 2, PaddingLeft = 3, PaddingRight = 2, Bias = false)]
[BatchNorm2d(Momentum = 0.011650324), ReLU, MaxPool2d(3, Stride = 2, PaddingTop = 1, PaddingLeft = 1)]
[Apply<ResNet18Residual>, Apply<ResNet18Stage>(Repeat = 3), Apply<ResNet18Residual>(Repeat = 2), AvgPool2d(7, Stride = 1), Flatten]
internal sealed class ResNet18Base;

[Block]
[Conv2d(Graph.Channels, 3, Padding = 1, Bias = false), BatchNorm2d(Momentum = 0.011650324), ReLU]
[Conv2d(Graph.Channels, 3, Padding = 1, Bias = false), BatchNorm2d(Momentum = 0.011650324)]
[Add(Graph.Input), ReLU]
internal sealed class ResNet18Residual;

[Block]
[Apply<ResNet18Residual>(Name = "0")]
[Conv2d(2 * Graph.Channels, 1, Stride = 2, Bias = false), BatchNorm2d(Momentum = 0.011650324, Name = "2")]
[Conv2d(2 * Graph.Channels, 3, Stride = 2, PaddingTop = 1, PaddingLeft = 1, Bias = false, From = "0")]
[BatchNorm2d(Momentum = 0.011650324), ReLU]
[Conv2d(Graph.Channels, 3, Padding = 1, Bias = false), BatchNorm2d(Momentum = 0.011650324)]
[Add("2"), ReLU]
internal sealed class ResNet18Stage;
