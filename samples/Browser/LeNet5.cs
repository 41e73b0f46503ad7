using CnnGen;

namespace BrowserSample;

/// <summary>
/// The network that samples/Mnist trains, with one more output: what the first layer sees. A name on an activation names a tensor and no
/// parameter, so the weights fit as they are.
/// </summary>
[Network(Training = false)]
[Input(1, 28, 28)]
[Conv2d(6, 5, Padding = 2), Tanh(Name = "features"), AvgPool2d(2)]
[Conv2d(16, 5), Tanh, AvgPool2d(2)]
[Flatten]
[Linear(120), Tanh]
[Linear(84), Tanh]
[Linear(10), Softmax(Name = "probabilities")]
[Output("probabilities"), Output("features")]
public sealed partial class LeNet5;
