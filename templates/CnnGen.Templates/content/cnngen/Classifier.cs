using CnnGen;

namespace Photos;

/// <summary>The network: from 64×64 pixels in colour to one score for each class.</summary>
[Network]
[Input(3, 64, 64)]
[Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, MaxPool2d(2)]
[Conv2d(32, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, MaxPool2d(2)]
[Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, MaxPool2d(2)]
[Flatten, Dropout(0.2)]
[Linear(Classes)]
public sealed partial class Classifier
{
    /// <summary>How many classes there are.</summary>
    public const int Classes = CLASS_COUNT;
}
