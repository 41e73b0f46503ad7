namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 7, 9), PReLU(PerChannel = true)]
public sealed partial class SlopesAlone;

[Network, Input(11), PReLU(PerChannel = true)]
public sealed partial class SlopesOfVector;

[Network, Input(3, 20, 21), PReLU(PerChannel = true)]
public sealed partial class SlopesOverManyPixels;

[Network, Input(3, 6, 5)]
[Conv2d(37, 3, Padding = 1), PReLU(PerChannel = true), Conv2d(8, 3), PReLU(PerChannel = true), Conv2d(4, 3, Padding = 1)]
public sealed partial class SlopesBetween;

[Network, Input(3, 5, 4), Conv2d(6, 3), Flatten, PReLU(PerChannel = true), Linear(5), PReLU(PerChannel = true)]
public sealed partial class SlopesFlattened;
