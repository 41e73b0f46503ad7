using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>Sizes of a compiled training pass, in elements.</summary>
/// <param name="InputLength">One input sample.</param>
/// <param name="OutputLength">The outputs of one sample.</param>
/// <param name="ArenaLength">Activations and gradients of one sample: the distance between samples.</param>
/// <param name="PreparedLength">Weights in other forms than the packed one.</param>
/// <param name="PartialLength">Parameter gradients that each chunk of the batch sums up for itself.</param>
/// <param name="SharedLength">Statistics of the batch.</param>
/// <param name="ScratchLength">Working memory of a chunk.</param>
/// <param name="ImageSumLength">The largest gradient that is summed up over one image at a time, for the whole batch.</param>
/// <param name="KeepsWeights">Whether the gradients of the inputs read weights, which may have been updated by then.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TrainingSizes(
    int InputLength, int OutputLength, int ArenaLength, int PreparedLength, int PartialLength, int SharedLength, int ScratchLength,
    int ImageSumLength, bool KeepsWeights);

/// <summary>
/// Calls of a backward pass that serve the same gradients. A step is left out where its gradients and the steps that it feeds are not
/// needed, because parameters are frozen.
/// </summary>
/// <param name="Gradients">The parameters, by their number, whose gradients it computes.</param>
/// <param name="Feeds">Later steps that read what it writes; the number of steps stands for the gradients of the inputs.</param>
/// <param name="Prepared">The preparations of the backward pass that it reads, by their number.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BackwardStep(int[] Gradients, int[] Feeds, int[] Prepared);

/// <summary>Where a chunk's partial gradient is added up: <paramref name="Length"/> elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PartialRegion(int Partial, int Gradient, int Length);
