namespace CnnGen.ModelZoo;

/// <summary>
/// Szegedy et al., 2016, Rethinking the Inception Architecture for Computer Vision: Inception v3 without the auxiliary classifier. Input
/// normalised for ImageNet is changed here to what the published weights were trained on, as in torchvision.
/// </summary>
[Network, Input(3, 299, 299)]
[Normalize(
    [(0.5f - 0.485f) / 0.229f, (0.5f - 0.456f) / 0.224f, (0.5f - 0.406f) / 0.225f],
    [0.5f / 0.229f, 0.5f / 0.224f, 0.5f / 0.225f])]
[Apply<Conv32x3x3S2>(Name = "Conv2d_1a_3x3"), Apply<Conv32x3x3Valid>(Name = "Conv2d_2a_3x3"), Apply<Conv64x3x3>(Name = "Conv2d_2b_3x3")]
[MaxPool2d(3, Stride = 2)]
[Apply<Conv80x1x1>(Name = "Conv2d_3b_1x1"), Apply<Conv192x3x3Valid>(Name = "Conv2d_4a_3x3")]
[MaxPool2d(3, Stride = 2)]
[Apply<InceptionA32>(Name = "Mixed_5b"), Apply<InceptionA64>(Name = "Mixed_5c"), Apply<InceptionA64>(Name = "Mixed_5d")]
[Apply<InceptionB>(Name = "Mixed_6a")]
[Apply<InceptionC128>(Name = "Mixed_6b")]
[Apply<InceptionC160>(Name = "Mixed_6c"), Apply<InceptionC160>(Name = "Mixed_6d")]
[Apply<InceptionC192>(Name = "Mixed_6e")]
[Apply<InceptionD>(Name = "Mixed_7a")]
[Apply<InceptionE>(Name = "Mixed_7b"), Apply<InceptionE>(Name = "Mixed_7c")]
[AdaptiveAvgPool2d(1), Dropout(0.5f), Flatten, Linear(1000, Name = "fc")]
public sealed partial class InceptionV3;

[Block]
[Apply<Conv64x1x1>(Name = "branch1x1")]
[Apply<Conv48x1x1>(From = Graph.Input, Name = "branch5x5_1"), Apply<Conv64x5x5>(Name = "branch5x5_2")]
[Apply<Conv64x1x1>(From = Graph.Input, Name = "branch3x3dbl_1"), Apply<Conv96x3x3>(Name = "branch3x3dbl_2")]
[Apply<Conv96x3x3>(Name = "branch3x3dbl_3")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<Conv32x1x1>(Name = "branch_pool")]
[Concat("branch1x1", "branch5x5_2", "branch3x3dbl_3", "branch_pool")]
internal sealed class InceptionA32;

[Block]
[Apply<Conv64x1x1>(Name = "branch1x1")]
[Apply<Conv48x1x1>(From = Graph.Input, Name = "branch5x5_1"), Apply<Conv64x5x5>(Name = "branch5x5_2")]
[Apply<Conv64x1x1>(From = Graph.Input, Name = "branch3x3dbl_1"), Apply<Conv96x3x3>(Name = "branch3x3dbl_2")]
[Apply<Conv96x3x3>(Name = "branch3x3dbl_3")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<Conv64x1x1>(Name = "branch_pool")]
[Concat("branch1x1", "branch5x5_2", "branch3x3dbl_3", "branch_pool")]
internal sealed class InceptionA64;

[Block]
[Apply<Conv384x3x3S2>(Name = "branch3x3")]
[Apply<Conv64x1x1>(From = Graph.Input, Name = "branch3x3dbl_1"), Apply<Conv96x3x3>(Name = "branch3x3dbl_2")]
[Apply<Conv96x3x3S2>(Name = "branch3x3dbl_3")]
[MaxPool2d(3, Stride = 2, From = Graph.Input, Name = "branch_pool")]
[Concat("branch3x3", "branch3x3dbl_3", "branch_pool")]
internal sealed class InceptionB;

[Block]
[Apply<Conv192x1x1>(Name = "branch1x1")]
[Apply<Conv128x1x1>(From = Graph.Input, Name = "branch7x7_1"), Apply<Conv128x1x7>(Name = "branch7x7_2")]
[Apply<Conv192x7x1>(Name = "branch7x7_3")]
[Apply<Conv128x1x1>(From = Graph.Input, Name = "branch7x7dbl_1"), Apply<Conv128x7x1>(Name = "branch7x7dbl_2")]
[Apply<Conv128x1x7>(Name = "branch7x7dbl_3"), Apply<Conv128x7x1>(Name = "branch7x7dbl_4"), Apply<Conv192x1x7>(Name = "branch7x7dbl_5")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<Conv192x1x1>(Name = "branch_pool")]
[Concat("branch1x1", "branch7x7_3", "branch7x7dbl_5", "branch_pool")]
internal sealed class InceptionC128;

[Block]
[Apply<Conv192x1x1>(Name = "branch1x1")]
[Apply<Conv160x1x1>(From = Graph.Input, Name = "branch7x7_1"), Apply<Conv160x1x7>(Name = "branch7x7_2")]
[Apply<Conv192x7x1>(Name = "branch7x7_3")]
[Apply<Conv160x1x1>(From = Graph.Input, Name = "branch7x7dbl_1"), Apply<Conv160x7x1>(Name = "branch7x7dbl_2")]
[Apply<Conv160x1x7>(Name = "branch7x7dbl_3"), Apply<Conv160x7x1>(Name = "branch7x7dbl_4"), Apply<Conv192x1x7>(Name = "branch7x7dbl_5")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<Conv192x1x1>(Name = "branch_pool")]
[Concat("branch1x1", "branch7x7_3", "branch7x7dbl_5", "branch_pool")]
internal sealed class InceptionC160;

[Block]
[Apply<Conv192x1x1>(Name = "branch1x1")]
[Apply<Conv192x1x1>(From = Graph.Input, Name = "branch7x7_1"), Apply<Conv192x1x7>(Name = "branch7x7_2")]
[Apply<Conv192x7x1>(Name = "branch7x7_3")]
[Apply<Conv192x1x1>(From = Graph.Input, Name = "branch7x7dbl_1"), Apply<Conv192x7x1>(Name = "branch7x7dbl_2")]
[Apply<Conv192x1x7>(Name = "branch7x7dbl_3"), Apply<Conv192x7x1>(Name = "branch7x7dbl_4"), Apply<Conv192x1x7>(Name = "branch7x7dbl_5")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<Conv192x1x1>(Name = "branch_pool")]
[Concat("branch1x1", "branch7x7_3", "branch7x7dbl_5", "branch_pool")]
internal sealed class InceptionC192;

[Block]
[Apply<Conv192x1x1>(Name = "branch3x3_1"), Apply<Conv320x3x3S2>(Name = "branch3x3_2")]
[Apply<Conv192x1x1>(From = Graph.Input, Name = "branch7x7x3_1"), Apply<Conv192x1x7>(Name = "branch7x7x3_2")]
[Apply<Conv192x7x1>(Name = "branch7x7x3_3"), Apply<Conv192x3x3S2>(Name = "branch7x7x3_4")]
[MaxPool2d(3, Stride = 2, From = Graph.Input, Name = "branch_pool")]
[Concat("branch3x3_2", "branch7x7x3_4", "branch_pool")]
internal sealed class InceptionD;

[Block]
[Apply<Conv320x1x1>(Name = "branch1x1")]
[Apply<Conv384x1x1>(From = Graph.Input, Name = "branch3x3_1")]
[Apply<Conv384x1x3>(Name = "branch3x3_2a")]
[Apply<Conv384x3x1>(From = "branch3x3_1", Name = "branch3x3_2b")]
[Apply<Conv448x1x1>(From = Graph.Input, Name = "branch3x3dbl_1"), Apply<Conv384x3x3>(Name = "branch3x3dbl_2")]
[Apply<Conv384x1x3>(Name = "branch3x3dbl_3a")]
[Apply<Conv384x3x1>(From = "branch3x3dbl_2", Name = "branch3x3dbl_3b")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<Conv192x1x1>(Name = "branch_pool")]
[Concat("branch1x1", "branch3x3_2a", "branch3x3_2b", "branch3x3dbl_3a", "branch3x3dbl_3b", "branch_pool")]
internal sealed class InceptionE;

[Block, Conv2d(32, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv32x1x1;

[Block, Conv2d(48, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv48x1x1;

[Block, Conv2d(64, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv64x1x1;

[Block, Conv2d(80, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv80x1x1;

[Block, Conv2d(128, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv128x1x1;

[Block, Conv2d(160, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv160x1x1;

[Block, Conv2d(192, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv192x1x1;

[Block, Conv2d(320, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv320x1x1;

[Block, Conv2d(384, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv384x1x1;

[Block, Conv2d(448, 1, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv448x1x1;

[Block, Conv2d(384, 1, 3, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv384x1x3;

[Block, Conv2d(128, 1, 7, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv128x1x7;

[Block, Conv2d(160, 1, 7, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv160x1x7;

[Block, Conv2d(192, 1, 7, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv192x1x7;

[Block, Conv2d(384, 3, 1, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv384x3x1;

[Block, Conv2d(32, 3, Stride = 2, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv32x3x3S2;

[Block, Conv2d(32, 3, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv32x3x3Valid;

[Block, Conv2d(64, 3, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv64x3x3;

[Block, Conv2d(96, 3, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv96x3x3;

[Block, Conv2d(96, 3, Stride = 2, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv96x3x3S2;

[Block, Conv2d(192, 3, Stride = 2, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv192x3x3S2;

[Block, Conv2d(192, 3, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv192x3x3Valid;

[Block, Conv2d(320, 3, Stride = 2, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv320x3x3S2;

[Block, Conv2d(384, 3, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv384x3x3;

[Block, Conv2d(384, 3, Stride = 2, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv384x3x3S2;

[Block, Conv2d(64, 5, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv64x5x5;

[Block, Conv2d(128, 7, 1, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv128x7x1;

[Block, Conv2d(160, 7, 1, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv160x7x1;

[Block, Conv2d(192, 7, 1, Padding = Pad.Same, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class Conv192x7x1;
