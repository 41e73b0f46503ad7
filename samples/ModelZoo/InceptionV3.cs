namespace CnnGen.ModelZoo;

/// <summary>
/// Szegedy et al., 2016, Rethinking the Inception Architecture for Computer Vision: Inception v3 without the auxiliary classifier. Input
/// normalised for ImageNet is changed here to what the published weights were trained on, as in torchvision.
/// </summary>
[Network, Input(3, 299, 299)]
[Normalize(
    [(0.5f - 0.485f) / 0.229f, (0.5f - 0.456f) / 0.224f, (0.5f - 0.406f) / 0.225f],
    [0.5f / 0.229f, 0.5f / 0.224f, 0.5f / 0.225f])]
[Apply<ConvNormValid>(32, 2, Name = "Conv2d_1a_3x3"), Apply<ConvNormValid>(32, 1, Name = "Conv2d_2a_3x3")]
[Apply<ConvNorm>(64, 3, 3, Name = "Conv2d_2b_3x3")]
[MaxPool2d(3, Stride = 2)]
[Apply<ConvNorm>(80, 1, 1, Name = "Conv2d_3b_1x1"), Apply<ConvNormValid>(192, 1, Name = "Conv2d_4a_3x3")]
[MaxPool2d(3, Stride = 2)]
[Apply<InceptionA>(32, Name = "Mixed_5b"), Apply<InceptionA>(64, Name = "Mixed_5c"), Apply<InceptionA>(64, Name = "Mixed_5d")]
[Apply<InceptionB>(Name = "Mixed_6a")]
[Apply<InceptionC>(128, Name = "Mixed_6b")]
[Apply<InceptionC>(160, Name = "Mixed_6c"), Apply<InceptionC>(160, Name = "Mixed_6d")]
[Apply<InceptionC>(192, Name = "Mixed_6e")]
[Apply<InceptionD>(Name = "Mixed_7a")]
[Apply<InceptionE>(Name = "Mixed_7b"), Apply<InceptionE>(Name = "Mixed_7c")]
[AdaptiveAvgPool2d(1), Dropout(0.5f), Flatten, Linear(1000, Name = "fc")]
public sealed partial class InceptionV3;

[Block]
[Apply<ConvNorm>(64, 1, 1, Name = "branch1x1")]
[Apply<ConvNorm>(48, 1, 1, From = Graph.Input, Name = "branch5x5_1"), Apply<ConvNorm>(64, 5, 5, Name = "branch5x5_2")]
[Apply<ConvNorm>(64, 1, 1, From = Graph.Input, Name = "branch3x3dbl_1"), Apply<ConvNorm>(96, 3, 3, Name = "branch3x3dbl_2")]
[Apply<ConvNorm>(96, 3, 3, Name = "branch3x3dbl_3")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<ConvNorm>(Argument.First, 1, 1, Name = "branch_pool")]
[Concat("branch1x1", "branch5x5_2", "branch3x3dbl_3", "branch_pool")]
internal sealed class InceptionA;

[Block]
[Apply<ConvNormValid>(384, 2, Name = "branch3x3")]
[Apply<ConvNorm>(64, 1, 1, From = Graph.Input, Name = "branch3x3dbl_1"), Apply<ConvNorm>(96, 3, 3, Name = "branch3x3dbl_2")]
[Apply<ConvNormValid>(96, 2, Name = "branch3x3dbl_3")]
[MaxPool2d(3, Stride = 2, From = Graph.Input, Name = "branch_pool")]
[Concat("branch3x3", "branch3x3dbl_3", "branch_pool")]
internal sealed class InceptionB;

[Block]
[Apply<ConvNorm>(192, 1, 1, Name = "branch1x1")]
[Apply<ConvNorm>(Argument.First, 1, 1, From = Graph.Input, Name = "branch7x7_1")]
[Apply<ConvNorm>(Argument.First, 1, 7, Name = "branch7x7_2")]
[Apply<ConvNorm>(192, 7, 1, Name = "branch7x7_3")]
[Apply<ConvNorm>(Argument.First, 1, 1, From = Graph.Input, Name = "branch7x7dbl_1")]
[Apply<ConvNorm>(Argument.First, 7, 1, Name = "branch7x7dbl_2")]
[Apply<ConvNorm>(Argument.First, 1, 7, Name = "branch7x7dbl_3"), Apply<ConvNorm>(Argument.First, 7, 1, Name = "branch7x7dbl_4")]
[Apply<ConvNorm>(192, 1, 7, Name = "branch7x7dbl_5")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<ConvNorm>(192, 1, 1, Name = "branch_pool")]
[Concat("branch1x1", "branch7x7_3", "branch7x7dbl_5", "branch_pool")]
internal sealed class InceptionC;

[Block]
[Apply<ConvNorm>(192, 1, 1, Name = "branch3x3_1"), Apply<ConvNormValid>(320, 2, Name = "branch3x3_2")]
[Apply<ConvNorm>(192, 1, 1, From = Graph.Input, Name = "branch7x7x3_1"), Apply<ConvNorm>(192, 1, 7, Name = "branch7x7x3_2")]
[Apply<ConvNorm>(192, 7, 1, Name = "branch7x7x3_3"), Apply<ConvNormValid>(192, 2, Name = "branch7x7x3_4")]
[MaxPool2d(3, Stride = 2, From = Graph.Input, Name = "branch_pool")]
[Concat("branch3x3_2", "branch7x7x3_4", "branch_pool")]
internal sealed class InceptionD;

[Block]
[Apply<ConvNorm>(320, 1, 1, Name = "branch1x1")]
[Apply<ConvNorm>(384, 1, 1, From = Graph.Input, Name = "branch3x3_1")]
[Apply<ConvNorm>(384, 1, 3, Name = "branch3x3_2a")]
[Apply<ConvNorm>(384, 3, 1, From = "branch3x3_1", Name = "branch3x3_2b")]
[Apply<ConvNorm>(448, 1, 1, From = Graph.Input, Name = "branch3x3dbl_1"), Apply<ConvNorm>(384, 3, 3, Name = "branch3x3dbl_2")]
[Apply<ConvNorm>(384, 1, 3, Name = "branch3x3dbl_3a")]
[Apply<ConvNorm>(384, 3, 1, From = "branch3x3dbl_2", Name = "branch3x3dbl_3b")]
[AvgPool2d(3, Stride = 1, Padding = 1, From = Graph.Input), Apply<ConvNorm>(192, 1, 1, Name = "branch_pool")]
[Concat("branch1x1", "branch3x3_2a", "branch3x3_2b", "branch3x3dbl_3a", "branch3x3dbl_3b", "branch_pool")]
internal sealed class InceptionE;

/// <summary>Channels, and height and width of the kernel, which keeps the size.</summary>
[Block]
[Conv2d(Argument.First, Argument.Second, Argument.Third, Padding = Pad.Same, Bias = false, Name = "conv")]
[BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class ConvNorm;

/// <summary>Channels and stride of a 3×3 kernel without padding.</summary>
[Block, Conv2d(Argument.First, 3, Stride = Argument.Second, Bias = false, Name = "conv"), BatchNorm2d(Eps = 1e-3f, Name = "bn"), ReLU]
internal sealed class ConvNormValid;
