namespace CnnGen.ModelZoo;

/// <summary>
/// Howard et al., 2017, MobileNets: depthwise and pointwise convolutions in turn. A stride pads below and to the right alone, as
/// TensorFlow does, in which the published weights were trained.
/// </summary>
[Network, Input(3, 224, 224)]
[Conv2d(32, 3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "Conv2d_0")]
[BatchNorm2d(Eps = 1e-3f, Name = "Conv2d_0.BatchNorm"), ReLU6]
[Apply<Separable64>(Name = "Conv2d_1")]
[Apply<Separable128Down>(Name = "Conv2d_2"), Apply<Separable128>(Name = "Conv2d_3")]
[Apply<Separable256Down>(Name = "Conv2d_4"), Apply<Separable256>(Name = "Conv2d_5")]
[Apply<Separable512Down>(Name = "Conv2d_6"), Apply<Separable512>(Name = "Conv2d_7"), Apply<Separable512>(Name = "Conv2d_8")]
[Apply<Separable512>(Name = "Conv2d_9"), Apply<Separable512>(Name = "Conv2d_10"), Apply<Separable512>(Name = "Conv2d_11")]
[Apply<Separable1024Down>(Name = "Conv2d_12"), Apply<Separable1024>(Name = "Conv2d_13")]
[AdaptiveAvgPool2d(1), Dropout(0.001f), Conv2d(1000, 1, Name = "Logits.Conv2d_1c_1x1"), Flatten]
public sealed partial class MobileNetV1;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(64, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable64;

[Block]
[DepthwiseConv2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "depthwise")]
[BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(128, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable128Down;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(128, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable128;

[Block]
[DepthwiseConv2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "depthwise")]
[BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(256, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable256Down;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(256, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable256;

[Block]
[DepthwiseConv2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "depthwise")]
[BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(512, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable512Down;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(512, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable512;

[Block]
[DepthwiseConv2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "depthwise")]
[BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(1024, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable1024Down;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(1024, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable1024;
