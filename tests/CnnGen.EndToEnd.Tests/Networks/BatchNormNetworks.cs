namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>A norm of features, behind a flatten and behind a linear layer.</summary>
[Network, Input(3, 2, 5)]
[Flatten, BatchNorm1d(Eps = 1e-3, Momentum = 0.25, Name = "first")]
[Linear(9, Bias = false, Name = "fc"), BatchNorm1d(Name = "second"), Tanh]
public sealed partial class NormOfFeatures;

/// <summary>The same features as channels of one pixel.</summary>
[Network, Input(30, 1, 1)]
[BatchNorm2d(Eps = 1e-3, Momentum = 0.25, Name = "first")]
[Conv2d(9, 1, Bias = false, Name = "fc"), BatchNorm2d(Name = "second"), Tanh, Flatten]
public sealed partial class NormOfChannels;

/// <summary>Of the two norms only the second has one value per channel.</summary>
[Network, Input(2, 4, 4)]
[Conv2d(3, 3, Bias = false), BatchNorm2d(Name = "wide"), ReLU, AdaptiveAvgPool2d(1), BatchNorm2d(Affine = false, Name = "narrow")]
[Flatten, Linear(3)]
public sealed partial class NormOfOnePixel;

/// <summary>Several pixels: one sample is enough.</summary>
[Network, Input(2, 4, 4), Conv2d(3, 3, Bias = false), BatchNorm2d, Flatten, Linear(3)]
public sealed partial class NormOfPixels;
