using CnnGen;

namespace ImageFilters;

/// <summary>Binomial weights, the nearest that small integers come to a Gaussian bell.</summary>
[Block]
[FixedConv2d(5,
    1, 4, 6, 4, 1,
    4, 16, 24, 16, 4,
    6, 24, 36, 24, 6,
    4, 16, 24, 16, 4,
    1, 4, 6, 4, 1,
    Scale = 1 / 256f)]
public sealed partial class Blur;

/// <summary>The pixel plus its difference to its four neighbours.</summary>
[Block]
[FixedConv2d(3,
    0, -1, 0,
    -1, 5, -1,
    0, -1, 0)]
public sealed partial class Sharpen;

/// <summary>The pixel plus the slope along the diagonal: a relief in light from the upper left.</summary>
[Block]
[FixedConv2d(3,
    -2, -1, 0,
    -1, 1, 1,
    0, 1, 2)]
public sealed partial class Emboss;

/// <summary>Sobel's slopes in both directions; the sum of their squares is the squared steepness.</summary>
[Block]
[FixedConv2d(3,
    -1, 0, 1,
    -2, 0, 2,
    -1, 0, 1, Name = "dx")]
[FixedConv2d(3,
    -1, -2, -1,
    0, 0, 0,
    1, 2, 1, From = Graph.Input, Name = "dy")]
[Multiply("dx", "dx", Name = "dx2")]
[Multiply("dy", "dy", Name = "dy2")]
[Add("dx2", "dy2")]
public sealed partial class SobelEdges;
