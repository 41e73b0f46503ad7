namespace CnnGen.Operators.Tests.Networks;

[Network, Input(5, 7, 9), BatchNorm2d]
public sealed partial class BatchNormAlone;

[Network, Input(9, 3, 4), BatchNorm2d(Affine = false, Eps = 1e-3f)]
public sealed partial class BatchNormPlain;

[Network, Input(5, 7, 9), LayerNorm]
public sealed partial class LayerNormAlone;

[Network, Input(16, 4, 5), LayerNorm(Eps = 1e-6f, Affine = false)]
public sealed partial class LayerNormPlain;

[Network, Input(109, 3, 2), LayerNorm, ReLU]
public sealed partial class LayerNormWide;

[Network, Input(21), LayerNorm]
public sealed partial class LayerNormVector;

[Network, Input(3, 6, 5)]
[Conv2d(37, 3, Padding = 1), Sigmoid, LayerNorm, LayerScale, Tanh]
[DepthwiseConv2d(5, Padding = 2), LayerNorm(Affine = false), Conv2d(4, 3, Padding = 1)]
public sealed partial class LayerNormBetween;

[Network, Input(3, 5, 4), Conv2d(6, 3), ReLU, Flatten, LayerNorm, LayerScale, Linear(5), LayerNorm, Sigmoid]
public sealed partial class LayerNormFlattened;

[Network, Input(6, 5, 7), GroupNorm(2)]
public sealed partial class GroupNormAlone;

[Network, Input(20, 4, 3), GroupNorm(5, Affine = false, Eps = 1e-3f)]
public sealed partial class GroupNormPlain;

[Network, Input(9, 3, 6), GroupNorm(1), ReLU]
public sealed partial class GroupNormWhole;

[Network, Input(3, 6, 6)]
[Conv2d(10, 3, Padding = 1), Sigmoid, GroupNorm(5), LeakyReLU]
[Conv2d(12, 3, Padding = 1, Stride = 2), GroupNorm(4), Conv2d(3, 3, Padding = 1)]
public sealed partial class GroupNormBetween;

[Network, Input(5, 6, 7), InstanceNorm2d]
public sealed partial class InstanceNormAlone;

[Network, Input(3, 7, 6)]
[Conv2d(11, 3, Bias = false), InstanceNorm2d(Affine = true), ReLU, Conv2d(4, 3, Padding = 1, Bias = false), InstanceNorm2d]
public sealed partial class InstanceNormBetween;

[Network, Input(7, 4, 5), LocalResponseNorm(5, Alpha = 0.5f)]
public sealed partial class LocalResponseNormAlone;

[Network, Input(19, 3, 4), LocalResponseNorm(4, Alpha = 0.3f, Beta = 0.6f, K = 2)]
public sealed partial class LocalResponseNormEven;

[Network, Input(3, 4, 4), LocalResponseNorm(11, Alpha = 2, Beta = 1)]
public sealed partial class LocalResponseNormOfAll;

[Network, Input(3, 6, 8)]
[Conv2d(12, 3, Padding = 1), Sigmoid, LocalResponseNorm(3, Alpha = 0.2f), ReLU, MaxPool2d(2)]
[Conv2d(5, 3, Padding = 1), LocalResponseNorm(2), Conv2d(4, 3, Padding = 1)]
public sealed partial class LocalResponseNormBetween;

[Network, Input(5, 6, 7), GlobalResponseNorm]
public sealed partial class GlobalResponseNormAlone;

[Network, Input(16, 4, 3), GlobalResponseNorm(Eps = 0.1f), ReLU]
public sealed partial class GlobalResponseNormEven;

[Network, Input(3, 7, 6), Conv2d(13, 3, Padding = 1), ReLU, GlobalResponseNorm, Conv2d(6, 3, Padding = 1)]
public sealed partial class GlobalResponseNormBetween;

[Network, Input(5, 6, 7), LayerScale]
public sealed partial class LayerScaleAlone;

[Network, Input(11), LayerScale]
public sealed partial class LayerScaleVector;

[Network, Input(3, 6, 7), Conv2d(10, 3), LayerScale, ReLU, Conv2d(16, 3, Padding = 1, Bias = false), LayerScale, Conv2d(4, 3, Padding = 1)]
public sealed partial class LayerScaleFolded;

[Network, Input(3, 6, 7)]
[Conv2d(12, 3, Padding = 1, Name = "stem"), GlobalResponseNorm(Name = "grn"), LayerNorm(From = "stem", Name = "norm")]
[GroupNorm(3, From = "stem", Name = "groups"), LocalResponseNorm(3, From = "stem", Name = "local")]
[LayerScale(From = "stem", Name = "scale"), Add("grn", "norm", "groups", "local", "scale"), Conv2d(5, 3, Padding = 1, Name = "head")]
public sealed partial class NormsAdded;
