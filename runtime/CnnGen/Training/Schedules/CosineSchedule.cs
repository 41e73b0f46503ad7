namespace CnnGen;

/// <summary>A learning rate that rises linearly during a warm-up and then falls along half a cosine.</summary>
public sealed class CosineSchedule : Schedule
{
    private readonly float _peak;
    private readonly float _final;
    private readonly long _steps;
    private readonly long _warmUpSteps;

    /// <summary>A schedule over a number of steps.</summary>
    /// <param name="learningRate">The highest learning rate.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="finalLearningRate">What it falls to.</param>
    /// <param name="warmUpSteps">Steps of the linear rise at the beginning.</param>
    public CosineSchedule(double learningRate, long steps, double finalLearningRate = 0, long warmUpSteps = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUpSteps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(warmUpSteps, steps);
        _peak = (float)Settings.NotNegative(learningRate);
        _final = (float)Settings.NotNegative(finalLearningRate);
        _steps = steps;
        _warmUpSteps = warmUpSteps;
    }

    /// <inheritdoc/>
    public override string Name =>
        Text($"cosine {_peak} → {_final} over {_steps}{(_warmUpSteps > 0 ? Text($", warm-up over {_warmUpSteps}") : "")}");

    /// <inheritdoc cref="At(long)"/>
    public float At(int step) => At((long)step);

    /// <inheritdoc/>
    public override float At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (step < _warmUpSteps)
        {
            return _peak * (step + 1) / _warmUpSteps;
        }

        return step >= _steps ? _final : (float)HalfCosine(_peak, _final, (double)(step - _warmUpSteps) / (_steps - _warmUpSteps));
    }
}
