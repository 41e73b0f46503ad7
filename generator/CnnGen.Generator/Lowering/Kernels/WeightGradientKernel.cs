namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>dw += the sum over an image's pixels of products of x and dy, piece by piece.</summary>
internal abstract record WeightGradientKernel : Kernel
{
    public abstract SumPieces Pieces { get; }

    public sealed override IReadOnlyList<string> Operands => Pieces.HasImageSum ? ["x", "dy", "sum", "dw"] : ["x", "dy", "dw"];

    public override KernelRange Range => KernelRange.Units;
}
