using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Pools. The gradient of an extreme compares the saved input with the saved output, so training fuses no activation.</summary>
internal sealed class Pool2dLowering : OperatorLowering<Pool2d>
{
    public override bool CanFuseActivation(bool training) => !training;

    protected override void Forward(ForwardContext context, LoweredNode node, Pool2d op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        var kernel = new PoolKernel(op.Kind, x.Layout, y.Layout, op.Vertical, op.Horizontal, op.CountIncludePad, node.Activation);
        context.Call(node, kernel, Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Pool2d op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        var kernel = new PoolGradientKernel(
            op.Kind, x.Layout, dx.Layout, y.Layout, dy.Layout, op.Vertical, op.Horizontal, op.CountIncludePad, op.Ties);
        Operand[] saved = op.Kind == PoolKind.Average ? [] : [Operand.Of(x), Operand.Of(y)];
        context.Call(node, kernel, [.. saved, Operand.Of(dy), Operand.Of(dx)]);
        context.ClearHalo(node, dx);
    }
}
