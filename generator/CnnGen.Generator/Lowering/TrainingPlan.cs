using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Lowering;

/// <summary>A step of the training pass: calls made sample by sample for a chunk of the batch, or one call over the whole batch.</summary>
/// <param name="Cleared">Gradients that the stage adds to.</param>
internal sealed record TrainingStage(string Name, bool IsPerChunk, IReadOnlyList<KernelCall> Calls, WeightSlot? Cleared = null)
{
}

/// <summary>Weights that are rearranged before the gradients run back: the taps of one phase of one layer.</summary>
internal sealed record TransposedWeights(
    WeightSlot Weight, PanelSpec Panels, EquatableArray<int> Taps, int Offset, bool IsWinograd)
{
    /// <summary>Lanes of all panels of inputs of a block.</summary>
    public int BlockLanes => Layout.RoundUp(Panels.BlockInChannels);

    /// <summary>Where the weights for Winograd's method lie, behind the rearranged ones that they are computed from.</summary>
    public int WinogradOffset => checked(Offset + Panels.Blocks * BlockLanes * Taps.Count * Panels.BlockOutChannels);

    /// <summary>The end of both.</summary>
    public int End => checked(WinogradOffset + (IsWinograd ? Kernels.WinogradKernel.Matrices * BlockLanes * Panels.OutChannels : 0));
}

/// <summary>A part of the gradients that chunks sum up for themselves first.</summary>
internal sealed record PartialGradient(int Partial, WeightSlot Parameter)
{
    public int Length => Parameter.PackedLength;
}

/// <summary>Forward and backward pass over a batch.</summary>
internal sealed record TrainingPlan(
    IReadOnlyList<TrainingStage> Forward,
    IReadOnlyList<TrainingStage> Backward,
    IReadOnlyList<TrainingStage> InputGradients,
    IReadOnlyList<TransposedWeights> Transposed,
    IReadOnlyList<PartialGradient> Partials,
    IReadOnlyList<BufferSlot> Slots,
    SharedPlan Shared,
    int ScratchLength,
    int ImageSumLength,
    int ArenaLength,
    int Zone = 0)
{
    public int TransposedLength => Transposed.Count == 0 ? 0 : Transposed[^1].End;

    public int PartialLength => Partials.Sum(partial => partial.Length);

    /// <summary>Whether the gradients of the inputs read parameters, which may have been updated by then.</summary>
    public bool KeepsWeights => InputGradients
        .SelectMany(stage => stage.Calls).SelectMany(call => call.Operands).Any(operand => operand.Region == Region.KeptWeights);

    public IEnumerable<Kernel> Kernels =>
        Forward.Concat(Backward).Concat(InputGradients).SelectMany(stage => stage.Calls).Select(call => call.Kernel);
}
