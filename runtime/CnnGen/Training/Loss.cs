using CnnGen.Runtime;

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
    public static Loss CrossEntropy(double labelSmoothing = 0) => new CrossEntropyLoss((float)Settings.Fraction(labelSmoothing));

    /// <summary>The mean squared difference from the targets.</summary>
    public static Loss MeanSquaredError() => new ElementLoss<SquaredError>();

    /// <summary>Binary cross-entropy of each output's sigmoid; targets between 0 and 1, or a label 0 or 1 for each output.</summary>
    public static Loss BinaryCrossEntropyWithLogits() => new ElementLoss<LogitError>();

    /// <summary>What looks like a mistake in training a network with this loss.</summary>
    internal virtual IEnumerable<string> Doubts(NetworkInfo network) => [];

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
    internal abstract double Sample<V, F8>(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
        where V : struct, IVectors<F8>
        where F8 : struct;

    /// <summary>Outputs that are probabilities already, where the loss takes scores and makes the probabilities itself.</summary>
    /// <param name="network">The network.</param>
    /// <param name="loss">The loss in messages.</param>
    /// <param name="function">What it applies to the scores.</param>
    private protected static IEnumerable<string> Probabilities(NetworkInfo network, string loss, string function) => network.Outputs
        .Where(output => output.Kind is "Softmax" or "Sigmoid")
        .Select(output =>
            $"{loss} takes scores and applies {function} itself, but output '{output.Name}' comes from {output.Kind}, so gradients "
            + $"stay small; remove {output.Kind} from the network and apply it to what is predicted");
}
