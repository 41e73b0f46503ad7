namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Random masks, running statistics, groups (whose packed weights have holes), channels that fill no vector.</summary>
[Network, Input(2, 8, 8)]
[Conv2d(6, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU, Dropout(0.3)]
[Conv2d(20, 3, Padding = 1, Groups = 2, Name = "conv2"), PReLU(PerChannel = true, Name = "slope")]
[AvgPool2d(4), Flatten, Dropout(0.2), Linear(5, Name = "fc")]
public sealed partial class CheckpointNetwork;

/// <summary>The same parameters with another activation.</summary>
[Network, Input(2, 8, 8)]
[Conv2d(6, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), Tanh, Dropout(0.3)]
[Conv2d(20, 3, Padding = 1, Groups = 2, Name = "conv2"), PReLU(PerChannel = true, Name = "slope")]
[AvgPool2d(4), Flatten, Dropout(0.2), Linear(5, Name = "fc")]
public sealed partial class OtherCheckpointNetwork;
