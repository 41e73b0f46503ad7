namespace CnnGen.Runs;

/// <summary>What became of an epoch: a line of the log.</summary>
/// <param name="Epoch">Its number, from 1 on.</param>
/// <param name="Step">Steps so far.</param>
/// <param name="LearningRate">That of its last step.</param>
/// <param name="TrainingLoss">The mean loss over its samples, each before the step on its batch.</param>
/// <param name="ValidationLoss">The mean of -log of the true class's probability.</param>
/// <param name="Accuracy">The share of validation samples, or pixels, that are right.</param>
/// <param name="TopFive">The share whose true class is among the five highest scores.</param>
/// <param name="MeanOverlap">Intersection over union, mean of the classes.</param>
/// <param name="MeanRecall">The share of each class that was recognised, mean of the classes.</param>
/// <param name="GradientNorm">Of the last step, over all parameters.</param>
/// <param name="Seconds">Training and validation.</param>
public sealed record EpochRecord(
    int Epoch, long Step, double LearningRate, double TrainingLoss, double ValidationLoss, double Accuracy, double TopFive,
    double MeanOverlap, double MeanRecall, double GradientNorm, double Seconds)
{
    /// <summary>The gradient's norm of each weight tensor in the last step, in the order of <see cref="RunLog.Layers"/>.</summary>
    public IReadOnlyList<double> LayerGradientNorms { get; init; } = [];
}
