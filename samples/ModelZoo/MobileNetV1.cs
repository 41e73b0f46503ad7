namespace CnnGen.ModelZoo;

/// <summary>
/// Howard et al., 2017, MobileNets: depthwise and pointwise convolutions in turn. A stride pads below and to the right alone, as
/// TensorFlow does, in which the published weights were trained.
/// </summary>
[Network, Input(3, 224, 224)]
[Conv2d(32, 3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "Conv2d_0")]
[BatchNorm2d(Eps = 1e-3f, Name = "Conv2d_0.BatchNorm"), ReLU6]
[Apply<Separable>(64, Name = "Conv2d_1")]
[Apply<SeparableDown>(128, Name = "Conv2d_2"), Apply<Separable>(128, Name = "Conv2d_3")]
[Apply<SeparableDown>(256, Name = "Conv2d_4"), Apply<Separable>(256, Name = "Conv2d_5")]
[Apply<SeparableDown>(512, Name = "Conv2d_6"), Apply<Separable>(512, Name = "Conv2d_7"), Apply<Separable>(512, Name = "Conv2d_8")]
[Apply<Separable>(512, Name = "Conv2d_9"), Apply<Separable>(512, Name = "Conv2d_10"), Apply<Separable>(512, Name = "Conv2d_11")]
[Apply<SeparableDown>(1024, Name = "Conv2d_12"), Apply<Separable>(1024, Name = "Conv2d_13")]
[AdaptiveAvgPool2d(1), Dropout(0.001f), Conv2d(1000, 1, Name = "Logits.Conv2d_1c_1x1"), Flatten]
public sealed partial class MobileNetV1;

[Block]
[DepthwiseConv2d(3, Padding = 1, Bias = false, Name = "depthwise"), BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(Argument.First, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class Separable;

[Block]
[DepthwiseConv2d(3, Stride = 2, PaddingBottom = 1, PaddingRight = 1, Bias = false, Name = "depthwise")]
[BatchNorm2d(Eps = 1e-3f, Name = "depthwise.BatchNorm"), ReLU6]
[Conv2d(Argument.First, 1, Bias = false, Name = "pointwise"), BatchNorm2d(Eps = 1e-3f, Name = "pointwise.BatchNorm"), ReLU6]
internal sealed class SeparableDown;
