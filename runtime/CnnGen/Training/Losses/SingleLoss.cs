using CnnGen.Runtime;

namespace CnnGen;

/// <summary>A loss of one output, or one that treats the elements of all outputs alike.</summary>
internal abstract class SingleLoss : Loss
{
    internal sealed override IReadOnlyList<LossPart> Parts(NetworkInfo network) => [new(this, OutputShape.Of(network), 0, Weight: 1)];

    /// <summary>How many terms of one sample the mean goes over.</summary>
    internal abstract int TermsPerSample(OutputShape shape);

    /// <summary>How many labels a sample has, and below which number they must be.</summary>
    /// <exception cref="ArgumentException">The loss takes no labels.</exception>
    internal abstract (int Count, int Limit) Labels(OutputShape shape);

    /// <summary>A label of any value that is allowed beside the others; null: none is.</summary>
    internal virtual int? IgnoredLabel => null;

    /// <summary>What one sample counts in the mean: its terms, or their weights.</summary>
    internal virtual double WeightOf(OutputShape shape, SampleTargets targets) => TermsPerSample(shape);

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

    /// <summary>What is said of a network with several outputs, where the loss is for one.</summary>
    private protected static string SeveralOutputs(string loss, int count) =>
        $"{loss}: expected one output, found {count}; "
        + "use Loss.OfOutputs with a loss for each, or Forward, a loss of your own, and Backward";
}

/// <summary>A loss of one of the outputs, and its weight in the sum.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Shape">What it sees.</param>
/// <param name="Offset">Where that begins among a sample's outputs.</param>
/// <param name="Weight">Its factor.</param>
internal sealed record LossPart(SingleLoss Loss, OutputShape Shape, int Offset, double Weight);
