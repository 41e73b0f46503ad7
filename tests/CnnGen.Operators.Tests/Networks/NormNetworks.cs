namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 7, 9), BatchNorm2d]
public sealed partial class BatchNormAlone;

[Network, Input(9, 3, 4), BatchNorm2d(Affine = false, Eps = 1e-3f)]
public sealed partial class BatchNormPlain;
