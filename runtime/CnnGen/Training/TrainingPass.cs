using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>
/// The compiled forward and backward pass over a batch. <see cref="Trainer{T}"/> drives it; the generator derives from it.
/// Weights and their gradients live in kernel layout (a permutation of PyTorch's with zero padding, the same for both), so
/// that optimizers work on them element by element.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TrainingPass : ParallelWork
{
    /// <summary>The largest number of samples that one pass takes.</summary>
    public abstract int BatchSize { get; }

    /// <summary>Elements of one input sample.</summary>
    public abstract int InputLength { get; }

    /// <summary>Elements of one sample's outputs.</summary>
    public abstract int OutputLength { get; }

    /// <summary>Outputs of the last forward pass, batch × <see cref="OutputLength"/>, in the caller's layout.</summary>
    public abstract Span<float> Outputs { get; }

    /// <summary>d(loss)/d(output), batch × <see cref="OutputLength"/>: to be filled before <see cref="Backward"/>.</summary>
    public abstract Span<float> OutputGradients { get; }

    /// <summary>Trainable parameters in kernel layout; padding elements are zero and stay so.</summary>
    public abstract Span<float> PackedParameters { get; }

    /// <summary>d(loss)/d(parameter) of the last backward pass in the layout of <see cref="PackedParameters"/>.</summary>
    public abstract Span<float> PackedGradients { get; }

    /// <summary>Elements of <see cref="UnpackGradients"/>: the length of <see cref="INetwork{T}.Parameters"/>.</summary>
    public abstract int ParametersLength { get; }

    /// <summary>A batch norm that has one value per channel in a sample, by kind and name; null where there is none.</summary>
    public virtual string? NormOfOneValue => null;

    /// <summary>Runs the network in training mode (dropout on, batch statistics) over <paramref name="count"/> samples.</summary>
    public abstract void Forward(ReadOnlySpan<float> inputs, int count);

    /// <summary>Runs the gradients back from <see cref="OutputGradients"/> over the samples of the last forward pass.</summary>
    public abstract void Backward();

    /// <summary>Writes d(loss)/d(input) of the last backward pass, count × <see cref="InputLength"/>, in the caller's layout.</summary>
    public abstract void ComputeInputGradients(Span<float> destination);

    /// <summary>Writes the gradients in PyTorch's layout; buffers get zero.</summary>
    public abstract void UnpackGradients(Span<float> destination);

    /// <summary>Where random masks begin: the same seed gives the same masks in the same passes.</summary>
    public int Seed { get; set; }

    /// <summary>Forward passes so far: random masks differ from one to the next.</summary>
    public int PassNumber { get; set; }

    /// <summary>
    /// Called during <see cref="Backward"/> when a part of <see cref="PackedGradients"/>, from one element to another, is complete; for
    /// frozen parameters never, and for no others as a duty: what was not told is complete when the pass has ended.
    /// </summary>
    internal Action<int, int>? GradientsCompleted { get; set; }

    /// <summary>The weights that the pass trains.</summary>
    internal virtual WeightStore Store => throw new NotSupportedException(
        $"{GetType().Name} keeps its parameters to itself: expected a pass that the generator compiled");

    /// <summary>
    /// Whether <see cref="ComputeInputGradients"/> can follow: not where the backward pass left out what it goes on from.
    /// </summary>
    internal virtual bool ReachesInputs => true;

    /// <summary>Which parameters and buffers keep their values from the next forward pass on; their gradients are zero.</summary>
    internal virtual void Freeze(ReadOnlySpan<bool> isFrozen)
    {
        if (isFrozen.Contains(true))
        {
            _ = Store;
        }
    }

    /// <summary>Until <see cref="End"/>, other threads see the parameters as they are now; calls nest.</summary>
    public abstract void Begin();

    /// <summary>Shows other threads the parameters.</summary>
    /// <param name="hasChanged"><see cref="PackedParameters"/> changed: whatever is derived from them is stale.</param>
    public abstract void End(bool hasChanged);
}
