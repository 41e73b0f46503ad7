using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// A step of the training pass: calls made sample by sample for a chunk of the batch, or one call over the whole batch.
/// </summary>
/// <param name="Cleared">Gradients that the stage adds to.</param>
internal sealed record TrainingStage(string Name, bool IsPerChunk, IReadOnlyList<KernelCall> Calls, WeightSlot? Cleared = null)
{
}

/// <summary>A part of the gradients that chunks sum up for themselves first.</summary>
internal sealed record PartialGradient(int Partial, WeightSlot Parameter)
{
    public int Length => Parameter.PackedLength;

    /// <summary>Whether an element of a chunk's gradients is one of this parameter's.</summary>
    public bool Holds(int element) => element >= Partial && element < Partial + Length;
}

/// <summary>Forward and backward pass over a batch.</summary>
internal sealed record TrainingPlan(
    IReadOnlyList<TrainingStage> Forward,
    IReadOnlyList<TrainingStage> Backward,
    IReadOnlyList<TrainingStage> InputGradients,
    BackwardSteps Steps,
    PreparationPlan Preparations,
    IReadOnlyList<PartialGradient> Partials,
    IReadOnlyList<BufferSlot> Slots,
    SharedPlan Shared,
    int ScratchLength,
    int ImageSumLength,
    int ArenaLength,
    int Zone = 0)
{
    public int PartialLength => Partials.Sum(partial => partial.Length);

    /// <summary>Whether the gradients of the inputs read parameters, which may have been updated by then.</summary>
    public bool KeepsWeights => InputGradients
        .SelectMany(stage => stage.Calls).SelectMany(call => call.Operands).Any(operand => operand.Region == Region.KeptWeights);

    /// <summary>Every call, in order.</summary>
    public IEnumerable<KernelCall> Calls => Forward.Concat(Backward).Concat(InputGradients).SelectMany(stage => stage.Calls);

    public IEnumerable<Kernel> Kernels => Calls.Select(call => call.Kernel);
}
