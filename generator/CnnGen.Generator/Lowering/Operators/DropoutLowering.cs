using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Dropout in training: the same key gives the same mask forward and backward, so no mask is kept.</summary>
internal sealed class DropoutLowering : OperatorLowering<Dropout>
{
    protected override void Forward(ForwardContext context, LoweredNode node, Dropout op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        context.Call(node, new DropoutKernel(op.Probability, x.Layout, y.Layout), Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Dropout op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        context.Call(node, new DropoutKernel(op.Probability, dy.Layout, dx.Layout), Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
