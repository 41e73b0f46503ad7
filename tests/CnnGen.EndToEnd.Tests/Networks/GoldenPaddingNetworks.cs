// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingZeros;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0)]
public sealed partial class PaddingInnerZeros;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2, PaddingMode = PaddingMode.Reflect), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Reflect), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingReflect;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Reflect), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Reflect)]
public sealed partial class PaddingInnerReflect;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2, PaddingMode = PaddingMode.Replicate), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Replicate), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingReplicate;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Replicate), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Replicate)]
public sealed partial class PaddingInnerReplicate;

[Network]
[Input(3, 7, 9)]
[Conv2d(5, 3, Padding = 2, PaddingMode = PaddingMode.Circular), ReLU]
[Conv2d(7, 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 2, PaddingMode = PaddingMode.Circular), Tanh]
[Flatten]
[Linear(4)]
public sealed partial class PaddingCircular;

[Network]
[Input(2, 6, 5)]
[Conv2d(9, 1), ReLU]
[Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Circular), ReLU, MaxPool2d(2, Stride = 1)]
[Conv2d(3, 2, PaddingHeight = 1, PaddingWidth = 0, PaddingMode = PaddingMode.Circular)]
public sealed partial class PaddingInnerCircular;

[Network]
[Input(3, 7, 6)]
[Conv2d(4, 4, Padding = Pad.Same), ReLU]
[Conv2d(6, 2, Padding = Pad.Same, Dilation = 2), Tanh]
[Conv2d(5, 2, 5, Padding = Pad.Same)]
[Flatten]
[Linear(4)]
public sealed partial class SameEven;

[Network]
[Input(2, 7, 8)]
[Conv2d(4, 4, Padding = Pad.Same, PaddingMode = PaddingMode.Reflect), Tanh]
[Conv2d(6, 2, Padding = Pad.Same, PaddingMode = PaddingMode.Circular)]
[Flatten]
[Linear(4)]
public sealed partial class SameEvenReflect;

[Network]
[Input(2, 9, 9)]
[Conv2d(8, 3, Stride = 2, Padding = 1, PaddingMode = PaddingMode.Reflect), ReLU]
[Conv2d(8, 3, Stride = 2, Padding = 1, PaddingMode = PaddingMode.Replicate)]
[Flatten]
[Linear(4)]
public sealed partial class StridedReflect;
