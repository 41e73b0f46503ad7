namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>
/// What images of few channels become when they are flattened; each beside a network without an image. Dropout, which training alone
/// keeps, is there but drops nothing: both would draw masks of their own.
/// </summary>
[Network]
[Input(1, 28, 28)]
[Flatten]
[Linear(32), ReLU]
[Dropout(1e-7f)]
[Linear(10)]
public sealed partial class GrayImageMlp;

[Network]
[Input(784)]
[Linear(32, Name = "1"), ReLU]
[Dropout(1e-7f)]
[Linear(10, Name = "4")]
public sealed partial class VectorMlp;

[Network]
[Input(3, 5, 7)]
[Flatten]
[Linear(12, Name = "a"), ReLU(Name = "b")]
[Flatten(From = Graph.Input)]
[Linear(12, Name = "c"), Add("b")]
public sealed partial class ColourImageMlp;

[Network]
[Input(105)]
[Linear(12, Name = "a"), ReLU(Name = "b")]
[Linear(12, Name = "c", From = Graph.Input), Add("b")]
public sealed partial class ColourVectorMlp;

[Network]
[Input(3, 5, 7, Layout = TensorLayout.ChannelsLast)]
[Flatten]
[Linear(12, Name = "a"), ReLU(Name = "b")]
[Flatten(From = Graph.Input)]
[Linear(12, Name = "c"), Add("b")]
public sealed partial class ColourPixelsMlp;

/// <summary>Narrow up to the flatten: 3×5×7 to 3×6×5.</summary>
[Network]
[Input(3, 5, 7)]
[Pad2d(1), Normalize(new[] { 0.1f, 0.2f, 0.3f }, new[] { 0.5f, 2f, 4f }), CenterCrop2d(6, 5)]
[Flatten, Dropout(1e-7f), Linear(9)]
public sealed partial class NarrowFlatten;

/// <summary>The same, widened: a function of single elements stands before the flatten.</summary>
[Network]
[Input(3, 5, 7)]
[Pad2d(1), Normalize(new[] { 0.1f, 0.2f, 0.3f }, new[] { 0.5f, 2f, 4f }), CenterCrop2d(6, 5)]
[LeakyReLU(1f), Flatten, Dropout(1e-7f), Linear(9, Name = "5")]
public sealed partial class WideFlatten;

/// <summary>Maps of one and of two channels, flattened; the functions of elements stand behind the flatten or before it.</summary>
[Network]
[Input(3, 6, 5)]
[Conv2d(1, 1, Name = "p"), Flatten, SiLU, Linear(9, Name = "q")]
[Conv2d(2, 3, Name = "r", From = Graph.Input), Flatten, Linear(9, Name = "s"), Add("q")]
public sealed partial class MapsFlattened;

[Network]
[Input(3, 6, 5)]
[Conv2d(1, 1, Name = "p"), SiLU, Conv2d(9, 6, 5, Name = "q")]
[Conv2d(2, 3, Name = "r", From = Graph.Input), Conv2d(9, 4, 3, Name = "s"), Add("q")]
public sealed partial class MapsConvolved;
