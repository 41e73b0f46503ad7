namespace CnnGen.ModelZoo;

/// <summary>Says whether a patch of a soccer robot's camera image shows the ball.</summary>
[Network, Input(1, 16, 16)]
[Conv2d(8, 5, Stride = 2, Padding = 2), MaxPool2d(2), ReLU]
[Conv2d(12, 3, Padding = 1), MaxPool2d(2), ReLU]
[Conv2d(2, 2), Flatten, Softmax]
public sealed partial class BallClassifier;

/// <summary>Says whether a grey patch shows a pedestrian; its pools leave a row or column out on purpose.</summary>
[Network(Rounding = Rounding.Floor), Input(1, 36, 18)]
[Conv2d(4, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(KernelHeight = 4, KernelWidth = 2)]
[Conv2d(2, 2), Flatten, Softmax]
public sealed partial class PedestrianClassifier;

/// <summary>Finds robots: each of 7×10 cells gives a confidence, a box and further scores in seven channels.</summary>
[Network(Rounding = Rounding.Floor), Input(3, 60, 80)]
[Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(24, 3, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.1f), MaxPool2d(2)]
[Conv2d(32, 3, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.1f)]
[Conv2d(40, 3, Padding = 1, Bias = false), BatchNorm2d, LeakyReLU(0.1f)]
[Conv2d(7, 1)]
public sealed partial class RobotDetector;
