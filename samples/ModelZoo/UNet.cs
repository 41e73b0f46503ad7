namespace CnnGen.ModelZoo;

/// <summary>
/// Ronneberger et al., 2015, U-Net: Convolutional Networks for Biomedical Image Segmentation: no padding, so that 572×572 pixels give
/// the scores of two classes for the 388×388 in the middle.
/// </summary>
[Network, Input(1, 572, 572)]
[Conv2d(64, 3, Name = "conv_d0a-b"), ReLU, Conv2d(64, 3, Name = "conv_d0b-c"), ReLU(Name = "d0c"), MaxPool2d(2)]
[Conv2d(128, 3, Name = "conv_d1a-b"), ReLU, Conv2d(128, 3, Name = "conv_d1b-c"), ReLU(Name = "d1c"), MaxPool2d(2)]
[Conv2d(256, 3, Name = "conv_d2a-b"), ReLU, Conv2d(256, 3, Name = "conv_d2b-c"), ReLU(Name = "d2c"), MaxPool2d(2)]
[Conv2d(512, 3, Name = "conv_d3a-b"), ReLU, Conv2d(512, 3, Name = "conv_d3b-c")]
[ReLU, Dropout(0.5f, Name = "d3c"), MaxPool2d(2)]
[Conv2d(1024, 3, Name = "conv_d4a-b"), ReLU, Conv2d(1024, 3, Name = "conv_d4b-c"), ReLU, Dropout(0.5f)]
[ConvTranspose2d(512, 2, Stride = 2, Name = "upconv_d4c_u3a"), ReLU(Name = "u3a")]
[CenterCrop2d(56, 56, From = "d3c", Name = "d3cc"), Concat("u3a", "d3cc")]
[Conv2d(512, 3, Name = "conv_u3b-c"), ReLU, Conv2d(512, 3, Name = "conv_u3c-d"), ReLU]
[ConvTranspose2d(256, 2, Stride = 2, Name = "upconv_u3d_u2a"), ReLU(Name = "u2a")]
[CenterCrop2d(104, 104, From = "d2c", Name = "d2cc"), Concat("u2a", "d2cc")]
[Conv2d(256, 3, Name = "conv_u2b-c"), ReLU, Conv2d(256, 3, Name = "conv_u2c-d"), ReLU]
[ConvTranspose2d(128, 2, Stride = 2, Name = "upconv_u2d_u1a"), ReLU(Name = "u1a")]
[CenterCrop2d(200, 200, From = "d1c", Name = "d1cc"), Concat("u1a", "d1cc")]
[Conv2d(128, 3, Name = "conv_u1b-c"), ReLU, Conv2d(128, 3, Name = "conv_u1c-d"), ReLU]
[ConvTranspose2d(64, 2, Stride = 2, Name = "upconv_u1d_u0a"), ReLU(Name = "u0a")]
[CenterCrop2d(392, 392, From = "d0c", Name = "d0cc"), Concat("u0a", "d0cc")]
[Conv2d(64, 3, Name = "conv_u0b-c"), ReLU, Conv2d(64, 3, Name = "conv_u0c-d"), ReLU]
[Conv2d(2, 1, Name = "conv_u0d-score")]
public sealed partial class UNetOf2015;

/// <summary>A small U-Net with padding: scores of two classes for each of 128×128 pixels.</summary>
[Network, Input(3, 128, 128)]
[Conv2d(16, 3, Padding = 1, Name = "conv_d0a-b"), ReLU, Conv2d(16, 3, Padding = 1, Name = "conv_d0b-c"), ReLU(Name = "d0c"), MaxPool2d(2)]
[Conv2d(32, 3, Padding = 1, Name = "conv_d1a-b"), ReLU, Conv2d(32, 3, Padding = 1, Name = "conv_d1b-c"), ReLU(Name = "d1c"), MaxPool2d(2)]
[Conv2d(64, 3, Padding = 1, Name = "conv_d2a-b"), ReLU, Conv2d(64, 3, Padding = 1, Name = "conv_d2b-c"), ReLU(Name = "d2c"), MaxPool2d(2)]
[Conv2d(128, 3, Padding = 1, Name = "conv_d3a-b"), ReLU, Conv2d(128, 3, Padding = 1, Name = "conv_d3b-c")]
[ReLU, Dropout(0.5f, Name = "d3c"), MaxPool2d(2)]
[Conv2d(256, 3, Padding = 1, Name = "conv_d4a-b"), ReLU, Conv2d(256, 3, Padding = 1, Name = "conv_d4b-c"), ReLU, Dropout(0.5f)]
[ConvTranspose2d(128, 2, Stride = 2, Name = "upconv_d4c_u3a"), ReLU(Name = "u3a")]
[Concat("u3a", "d3c")]
[Conv2d(128, 3, Padding = 1, Name = "conv_u3b-c"), ReLU, Conv2d(128, 3, Padding = 1, Name = "conv_u3c-d"), ReLU]
[ConvTranspose2d(64, 2, Stride = 2, Name = "upconv_u3d_u2a"), ReLU(Name = "u2a")]
[Concat("u2a", "d2c")]
[Conv2d(64, 3, Padding = 1, Name = "conv_u2b-c"), ReLU, Conv2d(64, 3, Padding = 1, Name = "conv_u2c-d"), ReLU]
[ConvTranspose2d(32, 2, Stride = 2, Name = "upconv_u2d_u1a"), ReLU(Name = "u1a")]
[Concat("u1a", "d1c")]
[Conv2d(32, 3, Padding = 1, Name = "conv_u1b-c"), ReLU, Conv2d(32, 3, Padding = 1, Name = "conv_u1c-d"), ReLU]
[ConvTranspose2d(16, 2, Stride = 2, Name = "upconv_u1d_u0a"), ReLU(Name = "u0a")]
[Concat("u0a", "d0c")]
[Conv2d(16, 3, Padding = 1, Name = "conv_u0b-c"), ReLU, Conv2d(16, 3, Padding = 1, Name = "conv_u0c-d"), ReLU]
[Conv2d(2, 1, Name = "conv_u0d-score")]
public sealed partial class UNet;
