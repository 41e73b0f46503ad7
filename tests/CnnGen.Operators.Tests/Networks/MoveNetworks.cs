namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 4, 7), Upsample(2)]
public sealed partial class UpsampleNearest;

[Network, Input(3, 2, 3), Upsample(5), Conv2d(4, 3, Padding = 1)]
public sealed partial class UpsampleNearestByFive;

[Network, Input(9, 5, 3), Upsample(2, Mode = UpsampleMode.Bilinear)]
public sealed partial class UpsampleBilinear;

[Network, Input(3, 4, 5), Conv2d(17, 3, Padding = 1), ReLU, Upsample(3, Mode = UpsampleMode.Bilinear), Conv2d(5, 3, Padding = 1)]
public sealed partial class UpsampleBilinearBetween;

[Network, Input(6, 4, 7), Upsample(3, Mode = UpsampleMode.Bilinear, AlignCorners = true)]
public sealed partial class UpsampleAligned;

[Network, Input(8, 1, 4), Upsample(4, Mode = UpsampleMode.Bilinear, AlignCorners = true), Conv2d(3, 3, Padding = 1)]
public sealed partial class UpsampleAlignedRow;

[Network, Input(2, 1, 1), Upsample(1, Mode = UpsampleMode.Bilinear, AlignCorners = true)]
public sealed partial class UpsampleAlignedPixel;

[Network, Input(20, 3, 5), PixelShuffle(2)]
public sealed partial class PixelShuffleAlone;

[Network, Input(2, 4, 3), Conv2d(9, 3, Padding = 1), PixelShuffle(3), Conv2d(2, 3, Padding = 1)]
public sealed partial class PixelShuffleBetween;

[Network, Input(24, 3, 4), ChannelShuffle(3)]
public sealed partial class ChannelShuffleByThree;

[Network, Input(22, 5, 3), ChannelShuffle(2)]
public sealed partial class ChannelShuffleByTwo;

[Network, Input(18, 2, 3), ChannelShuffle(9), Conv2d(4, 3, Padding = 1)]
public sealed partial class ChannelShuffleByNine;

[Network, Input(6, 3, 3), Conv2d(4, 3, Padding = 1), ChannelShuffle(2), Conv2d(4, 3, Padding = 1)]
public sealed partial class ChannelShuffleOfFour;

[Network, Input(29, 3, 5), Slice(8, 16)]
public sealed partial class SliceOfVectors;

[Network, Input(21, 4, 3), Slice(5, 11), Conv2d(3, 3, Padding = 1)]
public sealed partial class SliceWithin;

[Network, Input(3, 3, 4), Flatten, Slice(7, 13)]
public sealed partial class SliceOfFeatures;

/// <summary>A unit of ShuffleNet V2: one half passes, the other is convolved.</summary>
[Network, Input(3, 5, 6)]
[Conv2d(20, 3, Padding = 1), ReLU(Name = "x")]
[Slice(0, 10, Name = "left")]
[Slice(10, 10, From = "x"), DepthwiseConv2d(3, Padding = 1, Name = "depthwise"), ReLU(Name = "right")]
[Concat("left", "right"), ChannelShuffle(2)]
[Conv2d(7, 3, Padding = 1, Name = "last")]
public sealed partial class SlicesShuffled;

[Network, Input(5, 4, 6), Pad2d(1, 2, 3, 0)]
public sealed partial class PadWithZeros;

[Network, Input(9, 6, 7), Pad2d(-2, 3, 1, -3), Conv2d(4, 3, Padding = 1)]
public sealed partial class PadAndCrop;

[Network, Input(3, 6, 8), Pad2d(0, 1, 0, 1), Conv2d(10, 3, Stride = 2)]
public sealed partial class PadBeforeConvolution;

[Network, Input(5, 4, 6), Pad2d(3, 2, 1, 3, PaddingMode = PaddingMode.Reflect)]
public sealed partial class PadReflected;

[Network, Input(4, 3, 5), Conv2d(6, 3, Padding = 1), Pad2d(5, PaddingMode = PaddingMode.Replicate), Conv2d(3, 3, Padding = 1)]
public sealed partial class PadReplicated;

[Network, Input(10, 4, 3), Pad2d(1, 3, 4, 2, PaddingMode = PaddingMode.Circular)]
public sealed partial class PadCircular;

[Network, Input(6, 9, 8), CenterCrop2d(4, 5)]
public sealed partial class CropToCenter;

/// <summary>As in the first U-Net: a skip connection is cropped to the size of what came through the convolutions.</summary>
[Network, Input(2, 8, 9)]
[Conv2d(5, 3, Padding = 1, Name = "first"), ReLU(Name = "skip")]
[Conv2d(11, 3, Name = "second"), ReLU(Name = "deep")]
[CenterCrop2d(6, 7, From = "skip", Name = "cropped")]
[Concat("deep", "cropped"), Conv2d(3, 3, Name = "last")]
public sealed partial class CropBeforeConcat;

[Network, Input(3, 7, 5), Normalize(new[] { 0.485f, 0.456f, 0.406f }, new[] { 0.229f, 0.224f, 0.225f })]
public sealed partial class NormalizeAlone;

[Network, Input(3, 9, 17)]
[Normalize(new[] { 0.485f, -0.456f, 0.406f }, new[] { 0.229f, 0.224f, 0.225f }), Conv2d(10, 3, Padding = 1, Name = "conv"), ReLU]
public sealed partial class NormalizeBeforeConvolution;

[Network, Input(5, 4, 3)]
[Pad2d(1), Normalize(new[] { 1f, 2, 3, 4, 5 }, new[] { 2f, 1, 0.5f, 3, 4 }), Conv2d(4, 3, Padding = 1, Name = "conv")]
public sealed partial class NormalizePadded;

[Network, Input(10, 3, 5)]
[Conv2d(9, 1, Name = "conv"), Normalize(new[] { 1f, 2, 3, 4, 5, 6, 7, 8, 9 }, new[] { 2f, 1, 0.5f, 3, 4, 5, 6, 7, 8 }), Tanh]
public sealed partial class NormalizeBetween;

[Network, Input(2, 2, 1), Flatten, Normalize(new[] { 1f, 2, 3, 4 }, new[] { 2f, 1, 0.5f, 3 })]
public sealed partial class NormalizeFeatures;
