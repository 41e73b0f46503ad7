// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

[Network]
[Input(3, 6, 6)]
[Conv2d(5, 3), Dropout(0.0f), ReLU]
[Flatten, Dropout(0.0f)]
[Linear(4)]
public sealed partial class DropoutZero;

[Network]
[Input(13)]
[Linear(9), Tanh]
[Linear(5)]
public sealed partial class MeanSquaredError;

[Network]
[Input(13)]
[Linear(9), Tanh]
[Linear(5)]
public sealed partial class BinaryCrossEntropy;

[Network]
[Input(13)]
[Linear(9), Tanh]
[Linear(5)]
public sealed partial class LabelSmoothing;

[Network]
[Input(3, 5, 6)]
[Conv2d(9, 3, Padding = 1), Tanh]
[Conv2d(3, 1)]
public sealed partial class PixelMeanSquaredError;
