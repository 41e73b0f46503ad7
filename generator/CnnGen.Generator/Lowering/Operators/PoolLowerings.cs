using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Pools. The gradient of an extreme compares the saved input with the saved output, so training fuses no activation.</summary>
internal abstract class PoolLowering<T> : OperatorLowering<T>
    where T : Operator
{
    public override bool CanFuseActivation(bool training) => !training;

    protected abstract PoolKernel Kernel(T op, Layout x, Layout y);

    /// <summary>Where the gradient of equal extremes goes.</summary>
    protected virtual Ties TiesOf(T op) => Ties.First;

    protected override void Forward(ForwardContext context, LoweredNode node, T op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        PoolKernel kernel = Kernel(op, x.Layout, y.Layout) with { Activation = node.Activation };
        context.Call(node, kernel, Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, T op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        PoolKernel pool = Kernel(op, x.Layout, y.Layout);
        Operand[] saved = pool.Kind == PoolKind.Average ? [] : [Operand.Of(x), Operand.Of(y)];
        context.Call(node, new PoolGradientKernel(pool, dx.Layout, dy.Layout, TiesOf(op)), [.. saved, Operand.Of(dy), Operand.Of(dx)]);
        context.ClearHalo(node, dx);
    }
}

/// <summary>Pools with a window.</summary>
internal sealed class Pool2dLowering : PoolLowering<Pool2d>
{
    protected override Ties TiesOf(Pool2d op) => op.Ties;

    protected override PoolKernel Kernel(Pool2d op, Layout x, Layout y) => new(
        op.Kind,
        x,
        y,
        new PoolAxis(op.Vertical, x.Height, y.Height),
        new PoolAxis(op.Horizontal, x.Width, y.Width),
        op.CountIncludePad,
        Activation: null);
}

/// <summary>Pools to a given size that does not divide the input's.</summary>
internal sealed class AdaptivePool2dLowering : PoolLowering<AdaptivePool2d>
{
    protected override PoolKernel Kernel(AdaptivePool2d op, Layout x, Layout y) => new(
        op.Kind,
        x,
        y,
        new PoolAxis(Window: null, x.Height, y.Height),
        new PoolAxis(Window: null, x.Width, y.Width),
        CountIncludePad: false,
        Activation: null);
}
