namespace CnnGen.Data.Tests.Tensors;

[Network(Training = false), Input(2, 3, 5), Conv2d(4, 3, Padding = 1), ReLU]
public sealed partial class Planes;

[Network(Training = false), Input(2, 3, 5, Layout = TensorLayout.ChannelsLast), Conv2d(4, 3, Padding = 1), ReLU, Flatten, Linear(7)]
public sealed partial class PixelsFirst;

[Network(Training = false), Input(6), Linear(3, Name = "a"), Linear(4, Name = "b"), Output("a"), Output("b")]
public sealed partial class TwoOutputs;
