using CnnGen;

namespace ImageFilters;

// A network has a fixed shape. Here it is a tile of 128×128 pixels and, around it, as many more as the kernel reaches.

/// <summary><see cref="Blur"/>, two pixels more on each side.</summary>
[Network(Training = false), Input(3, 132, 132, Layout = TensorLayout.ChannelsLast), Apply<Blur>]
public sealed partial class BlurTile;

/// <summary><see cref="Sharpen"/>, one pixel more on each side.</summary>
[Network(Training = false), Input(3, 130, 130, Layout = TensorLayout.ChannelsLast), Apply<Sharpen>]
public sealed partial class SharpenTile;

/// <summary><see cref="Emboss"/>, one pixel more on each side.</summary>
[Network(Training = false), Input(3, 130, 130, Layout = TensorLayout.ChannelsLast), Apply<Emboss>]
public sealed partial class EmbossTile;

/// <summary><see cref="SobelEdges"/>, one pixel more on each side.</summary>
[Network(Training = false), Input(3, 130, 130, Layout = TensorLayout.ChannelsLast), Apply<SobelEdges>]
public sealed partial class EdgesTile;
