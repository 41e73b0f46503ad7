// Written by Goldens/make_networks.py; change Goldens/networks.py and run it again.
namespace CnnGen.EndToEnd.Tests.Networks;

[Network]
[Input(2, 5, 7)]
[ReLU]
[Conv2d(5, 3, Padding = 1), ReLU]
[Flatten]
[Linear(7), ReLU]
[Linear(3)]
public sealed partial class ActReLU;

[Network]
[Input(2, 5, 7)]
[ReLU6]
[Conv2d(5, 3, Padding = 1), ReLU6]
[Flatten]
[Linear(7), ReLU6]
[Linear(3)]
public sealed partial class ActReLU6;

[Network]
[Input(2, 5, 7)]
[LeakyReLU(0.1f)]
[Conv2d(5, 3, Padding = 1), LeakyReLU(0.1f)]
[Flatten]
[Linear(7), LeakyReLU(0.1f)]
[Linear(3)]
public sealed partial class ActLeakyReLU;

[Network]
[Input(2, 5, 7)]
[PReLU]
[Conv2d(5, 3, Padding = 1), PReLU]
[Flatten]
[Linear(7), PReLU]
[Linear(3)]
public sealed partial class ActPReLU;

[Network]
[Input(2, 5, 7)]
[ELU(0.7f)]
[Conv2d(5, 3, Padding = 1), ELU(0.7f)]
[Flatten]
[Linear(7), ELU(0.7f)]
[Linear(3)]
public sealed partial class ActELU;

[Network]
[Input(2, 5, 7)]
[SiLU]
[Conv2d(5, 3, Padding = 1), SiLU]
[Flatten]
[Linear(7), SiLU]
[Linear(3)]
public sealed partial class ActSiLU;

[Network]
[Input(2, 5, 7)]
[GELU]
[Conv2d(5, 3, Padding = 1), GELU]
[Flatten]
[Linear(7), GELU]
[Linear(3)]
public sealed partial class ActGELU;

[Network]
[Input(2, 5, 7)]
[GELU(Approximate = GeluApproximation.Tanh)]
[Conv2d(5, 3, Padding = 1), GELU(Approximate = GeluApproximation.Tanh)]
[Flatten]
[Linear(7), GELU(Approximate = GeluApproximation.Tanh)]
[Linear(3)]
public sealed partial class ActGELUTanh;

[Network]
[Input(2, 5, 7)]
[Sigmoid]
[Conv2d(5, 3, Padding = 1), Sigmoid]
[Flatten]
[Linear(7), Sigmoid]
[Linear(3)]
public sealed partial class ActSigmoid;

[Network]
[Input(2, 5, 7)]
[Tanh]
[Conv2d(5, 3, Padding = 1), Tanh]
[Flatten]
[Linear(7), Tanh]
[Linear(3)]
public sealed partial class ActTanh;

[Network]
[Input(2, 5, 7)]
[ScaledTanh]
[Conv2d(5, 3, Padding = 1), ScaledTanh]
[Flatten]
[Linear(7), ScaledTanh]
[Linear(3)]
public sealed partial class ActScaledTanh;

[Network]
[Input(2, 5, 7)]
[Hardswish]
[Conv2d(5, 3, Padding = 1), Hardswish]
[Flatten]
[Linear(7), Hardswish]
[Linear(3)]
public sealed partial class ActHardswish;

[Network]
[Input(2, 5, 7)]
[Hardsigmoid]
[Conv2d(5, 3, Padding = 1), Hardsigmoid]
[Flatten]
[Linear(7), Hardsigmoid]
[Linear(3)]
public sealed partial class ActHardsigmoid;

[Network]
[Input(2, 5, 7)]
[Softplus]
[Conv2d(5, 3, Padding = 1), Softplus]
[Flatten]
[Linear(7), Softplus]
[Linear(3)]
public sealed partial class ActSoftplus;

[Network]
[Input(2, 5, 7)]
[Mish]
[Conv2d(5, 3, Padding = 1), Mish]
[Flatten]
[Linear(7), Mish]
[Linear(3)]
public sealed partial class ActMish;

[Network]
[Input(7)]
[Linear(9), Softmax]
[Linear(5), Softmax]
public sealed partial class ActSoftmax;

[Network]
[Input(7)]
[Linear(9), Tanh]
[Linear(5), LogSoftmax]
public sealed partial class ActLogSoftmax;

[Network]
[Input(11)]
[Softmax]
[Linear(5)]
public sealed partial class ActSoftmaxFirst;

[Network]
[Input(3, 5, 4)]
[Softmax]
[Conv2d(13, 3, Padding = 1), Softmax]
[Conv2d(5, 1), Softmax]
public sealed partial class ActSoftmaxChannels;

[Network]
[Input(3, 5, 4)]
[LogSoftmax]
[Conv2d(9, 3, Padding = 1), LogSoftmax]
public sealed partial class ActLogSoftmaxChannels;

[Network]
[Input(3, 5, 6)]
[Conv2d(9, 3), ReLU, Tanh, Softplus, MaxPool2d(2, Stride = 1), Sigmoid]
[Flatten, ELU(0.7f)]
[Linear(4), Tanh]
public sealed partial class ActChain;

[Network]
[Input(3, 5, 6)]
[Tanh]
public sealed partial class ActOnly;

[Network]
[Input(13)]
[GELU]
public sealed partial class ActOnlyVector;
