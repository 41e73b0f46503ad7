using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Dropout in training: the same key gives the same mask forward and backward, so no mask is kept.</summary>
internal sealed class DropoutLowering : LinearMapLowering<Dropout>
{
    protected override Kernel Forward(Dropout op, Layout x, Layout y) => new DropoutKernel(op.Probability, x, y);

    protected override Kernel Gradient(Dropout op, Layout dy, Layout dx) => new DropoutKernel(op.Probability, dy, dx);
}

/// <summary>Stochastic depth in training, likewise: one random number a sample.</summary>
internal sealed class DropPathLowering : LinearMapLowering<DropPath>
{
    protected override Kernel Forward(DropPath op, Layout x, Layout y) => new DropPathKernel(op.Probability, x, y);

    protected override Kernel Gradient(DropPath op, Layout dy, Layout dx) => new DropPathKernel(op.Probability, dy, dx);
}
