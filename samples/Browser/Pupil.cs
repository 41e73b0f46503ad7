using CnnGen;

namespace BrowserSample;

/// <summary>The network that the visitor trains: small enough for a hundred steps a second in a page.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2d(8, 5, Stride = 2, Padding = 2), ReLU]
[Conv2d(16, 3, Stride = 2, Padding = 1), ReLU]
[Flatten]
[Linear(10)]
public sealed partial class Pupil;
