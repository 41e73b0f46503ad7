namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Probabilities, behind what only passes them on.</summary>
[Network, Input(2, 3, 3), Conv2d(4, 3), Softmax, Dropout(0.1), Flatten]
public sealed partial class SoftmaxOutput;

/// <summary>A probability of each class by itself, from a block.</summary>
[Network, Input(6), Apply<SigmoidHead>(Name = "head")]
public sealed partial class SigmoidOutput;

[Block, Linear(3), Sigmoid]
internal sealed class SigmoidHead;

/// <summary>Logarithms of probabilities, which softmax leaves as they are.</summary>
[Network, Input(6), Linear(3), LogSoftmax]
public sealed partial class LogSoftmaxOutput;

/// <summary>Scores and probabilities.</summary>
[Network, Input(6), Linear(3, Name = "scores"), Softmax(Name = "probabilities"), Output("scores"), Output("probabilities")]
public sealed partial class ScoresAndProbabilities;
