namespace CnnGen;

/// <summary>A learning rate that rises linearly during a warm-up and then falls along half a cosine.</summary>
public sealed class CosineSchedule
{
    private readonly float _peak;
    private readonly float _final;
    private readonly int _steps;
    private readonly int _warmUpSteps;

    /// <summary>A schedule over a number of steps.</summary>
    /// <param name="learningRate">The highest learning rate.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="finalLearningRate">What it falls to.</param>
    /// <param name="warmUpSteps">Steps of the linear rise at the beginning.</param>
    public CosineSchedule(double learningRate, int steps, double finalLearningRate = 0, int warmUpSteps = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUpSteps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(warmUpSteps, steps);
        _peak = (float)Settings.NotNegative(learningRate);
        _final = (float)Settings.NotNegative(finalLearningRate);
        _steps = steps;
        _warmUpSteps = warmUpSteps;
    }

    /// <summary>The learning rate of a step, counted from 0; beyond the last step the final one.</summary>
    public float At(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (step < _warmUpSteps)
        {
            return _peak * (step + 1) / _warmUpSteps;
        }

        if (step >= _steps)
        {
            return _final;
        }

        double progress = (double)(step - _warmUpSteps) / (_steps - _warmUpSteps);
        return (float)(_final + (_peak - _final) * 0.5 * (1 + Math.Cos(Math.PI * progress)));
    }
}
