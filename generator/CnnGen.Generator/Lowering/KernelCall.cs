using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Lowering;

/// <summary>The memory that an operand lies in.</summary>
internal enum Region
{
    Arena,
    Weights,
    Transposed,
    Gradients,
    Partials,
    Input,
    Output,
    OutputGradients,
    InputGradients,
}

/// <summary>An operand of a kernel call: a slot of the arena, or an offset in another region.</summary>
internal readonly record struct Operand(Region Region, int Offset, BufferSlot? Slot)
{
    public static Operand Of(BufferSlot slot) => new(Region.Arena, 0, slot);

    public static Operand In(Region region, int offset = 0) => new(region, offset, null);
}

/// <summary>A kernel applied to memory. <c>Layer</c> says for whom, in comments.</summary>
/// <param name="RandomStream">Which stream of random numbers, for kernels that need one.</param>
internal sealed record KernelCall(Kernel Kernel, IReadOnlyList<Operand> Operands, string Layer, int RandomStream = 0);
