using CnnGen;

namespace GradientsSample;

/// <summary>Thirty layers behind one another: a gradient passes through all of them.</summary>
[Network, Input(1, 16, 16)]
[Conv2d(8, 3, Padding = 1, Name = "first"), Tanh]
[Apply<PlainLayer>(Name = "layers", Repeat = 30)]
[AvgPool2d(4), Flatten, Linear(4, Name = "last")]
public sealed partial class PlainChain;

/// <summary>The same layers, each with a way around it.</summary>
[Network, Input(1, 16, 16)]
[Conv2d(8, 3, Padding = 1, Name = "first"), Tanh]
[Apply<SkipLayer>(Name = "layers", Repeat = 30)]
[AvgPool2d(4), Flatten, Linear(4, Name = "last")]
public sealed partial class SkipChain;

/// <summary>y = tanh(conv(x)).</summary>
[Block]
[Conv2d(8, 3, Padding = 1, Name = "conv"), Tanh]
public sealed partial class PlainLayer;

/// <summary>y = x + tanh(conv(x)).</summary>
[Block]
[Conv2d(8, 3, Padding = 1, Name = "conv"), Tanh]
[Add(Graph.Input)]
public sealed partial class SkipLayer;
