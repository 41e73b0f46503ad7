namespace CnnGen;

/// <summary>
/// An exponential moving average of a network's weights (PyTorch's <c>swa_utils.AveragedModel</c> with an average of that kind), which
/// often predicts better than the weights themselves: <c>trainer.Average = new WeightAverage(0.999)</c>. After each update the average
/// keeps
/// <paramref name="decay"/> of itself and takes the rest from the weights; the first time it is a copy of them. It holds the setting
/// alone: each trainer keeps its own average, also in checkpoints, and <see cref="Trainer{T}.AveragedNetwork"/> makes a network of it.
/// </summary>
/// <param name="decay">How much of the average stays from step to step, below 1.</param>
public sealed class WeightAverage(double decay = 0.999)
{
    /// <summary>How much of the average stays from step to step.</summary>
    public double Decay { get; } = Settings.Fraction(decay);
}
