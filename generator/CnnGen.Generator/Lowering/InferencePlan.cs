namespace CnnGen.Generator.Lowering;

/// <summary>The forward pass of one sample: kernel calls in order and where their tensors lie.</summary>
/// <param name="Zone">Elements that are kept free on each side of a tensor, to be guarded.</param>
internal sealed record InferencePlan(
    IReadOnlyList<KernelCall> Calls,
    IReadOnlyList<BufferSlot> Slots,
    int ArenaLength,
    WeightPlan Weights,
    PreparationPlan Preparations,
    IReadOnlyDictionary<int, string> KernelOfNode,
    int Zone = 0);
