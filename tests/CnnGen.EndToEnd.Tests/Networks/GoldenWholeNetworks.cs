// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

[Network]
[Input(1, 28, 28)]
[Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
[Conv2d(16, 5), Tanh, AvgPool2d(2)]
[Flatten]
[Linear(120), Tanh]
[Linear(84), Tanh]
[Linear(10)]
public sealed partial class LeNet5;

[Network]
[Input(1, 12, 12)]
[Conv2d(8, 3, Padding = 1), ReLU]
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), ReLU]
[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(32), ReLU]
[Linear(10)]
public sealed partial class TinyVgg;

[Network]
[Input(1, 28, 28)]
[Conv2d(32, 3, Padding = 1), ReLU]
[Conv2d(32, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(64, 3, Padding = 1), ReLU]
[Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(128), ReLU]
[Linear(10)]
public sealed partial class SmallVgg;

[Network]
[Input(1, 16, 16)]
[Conv2d(8, 5, Stride = 2, Padding = 2), MaxPool2d(2), ReLU]
[Conv2d(12, 3, Padding = 1), MaxPool2d(2), ReLU]
[Conv2d(2, 2), Softmax]
public sealed partial class Ball;

[Network(Rounding = Rounding.Floor)]
[Input(1, 36, 18)]
[Conv2d(4, 3, Padding = Pad.Same), ReLU, MaxPool2d(2)]
[Conv2d(8, 3, Padding = Pad.Same), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = Pad.Same), ReLU, MaxPool2d(4, 2)]
[Conv2d(2, 2), Softmax]
public sealed partial class Pedestrian;

[Network]
[Input(3, 60, 80)]
[Conv2d(16, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(24, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2, Rounding = Rounding.Floor)]
[Conv2d(32, 3, Padding = 1), LeakyReLU(0.1f)]
[Conv2d(40, 3, Padding = 1), LeakyReLU(0.1f)]
[Conv2d(7, 1)]
public sealed partial class Robot;

[Network]
[Input(13)]
[Linear(25), Tanh]
[Linear(7), ReLU]
[Linear(5)]
public sealed partial class Mlp;

[Network]
[Input(100)]
[Linear(67), ReLU]
[Linear(33), SiLU]
[Linear(11)]
public sealed partial class WideMlp;

[Network]
[Input(9)]
[Linear(3)]
public sealed partial class Perceptron;

[Network]
[Input(3, 5, 7)]
[Flatten]
[Linear(12), ReLU]
[Linear(4)]
public sealed partial class FlattenFirst;

[Network]
[Input(3, 9, 7)]
[Conv2d(8, 3, Padding = 1), ReLU]
[Conv2d(5, 3, Padding = 1)]
public sealed partial class Segmentation;

[Network]
[Input(3, 8, 6, Layout = TensorLayout.ChannelsLast)]
[Conv2d(5, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(8, 3)]
[Flatten]
[Linear(4)]
public sealed partial class ChannelsLast;

[Network]
[Input(5, 6, 7, Layout = TensorLayout.ChannelsLast)]
[Conv2d(9, 3, Padding = 1), Tanh]
[Conv2d(3, 3)]
public sealed partial class ChannelsLastOutput;

[Network]
[Input(3, 6, 6, Layout = TensorLayout.ChannelsLast)]
[MaxPool2d(2)]
[Conv2d(4, 3), Tanh]
public sealed partial class ChannelsLastPool;
