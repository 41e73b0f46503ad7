namespace CnnGen;

/// <summary>What training minimises: a number from outputs and what they should be, averaged as PyTorch's <c>mean</c>.</summary>
public abstract class Loss
{
    private protected Loss()
    {
    }

    /// <summary>
    /// Softmax cross-entropy on unnormalised scores. A vector of scores takes one label a sample, a C×H×W output H·W labels
    /// (one a pixel); targets are probabilities of all classes.
    /// </summary>
    /// <param name="labelSmoothing">The share of the target that goes to all classes evenly, below 1.</param>
    public static Loss CrossEntropy(float labelSmoothing = 0f) => new CrossEntropyLoss((float)Settings.Fraction(labelSmoothing));

    /// <summary>The mean squared difference from the targets.</summary>
    public static Loss MeanSquaredError() => new ElementLoss<SquaredError>();

    /// <summary>Binary cross-entropy of each output's sigmoid; targets between 0 and 1, or a label 0 or 1 for each output.</summary>
    public static Loss BinaryCrossEntropyWithLogits() => new ElementLoss<LogitError>();

    /// <summary>How many terms of one sample the mean goes over.</summary>
    internal abstract int TermsPerSample(OutputShape shape);

    /// <summary>How many labels a sample has, and below which number they must be.</summary>
    /// <exception cref="ArgumentException">The loss takes no labels.</exception>
    internal abstract (int Count, int Limit) Labels(OutputShape shape);

    /// <summary>The loss of one sample, not averaged, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="shape">The shape of <paramref name="outputs"/>.</param>
    /// <param name="outputs">One sample's outputs.</param>
    /// <param name="targets">What they should be.</param>
    /// <param name="gradients">Receives scale · d(loss)/d(output).</param>
    /// <param name="scale">The weight of one term in the mean.</param>
    internal abstract double Sample(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale);
}
