using CnnGen;

namespace SegmentationSample;

/// <summary>
/// A small U-Net: three times down to see what a thing is, three times up to say where, and at each size the fine features of the
/// way down join those of the way up. Four scores per pixel come out.
/// </summary>
[Network(Diagram = true)]
[Input(3, 64, 64)]
[Apply<Double8>(Name = "down1"), MaxPool2d(2)]
[Apply<Double16>(Name = "down2"), MaxPool2d(2)]
[Apply<Double32>(Name = "down3"), MaxPool2d(2)]
[Apply<Double64>(Name = "bottom")]
[ConvTranspose2d(32, 2, Stride = 2, Name = "up3"), Concat("up3", "down3"), Apply<Double32>(Name = "merge3")]
[ConvTranspose2d(16, 2, Stride = 2, Name = "up2"), Concat("up2", "down2"), Apply<Double16>(Name = "merge2")]
[ConvTranspose2d(8, 2, Stride = 2, Name = "up1"), Concat("up1", "down1"), Apply<Double8>(Name = "merge1")]
[Conv2d(4, 1, Name = "scores")]
public sealed partial class UNet;

/// <summary>Two convolutions to 8 channels.</summary>
[Block]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(8, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
public sealed partial class Double8;

/// <summary>Two convolutions to 16 channels.</summary>
[Block]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
public sealed partial class Double16;

/// <summary>Two convolutions to 32 channels.</summary>
[Block]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
public sealed partial class Double32;

/// <summary>Two convolutions to 64 channels.</summary>
[Block]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
public sealed partial class Double64;
