using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>An operator without parameters whose input gradient follows from the output's gradient alone: one kernel each way.</summary>
internal abstract class LinearMapLowering<T> : OperatorLowering<T>
    where T : Operator
{
    protected abstract Kernel Forward(T op, Layout x, Layout y);

    protected abstract Kernel Gradient(T op, Layout dy, Layout dx);

    protected sealed override void Forward(ForwardContext context, LoweredNode node, T op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        context.Call(node, Forward(op, x.Layout, y.Layout), Operand.Of(x), Operand.Of(y));
    }

    protected sealed override void InputGradient(BackwardContext context, LoweredNode node, T op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        context.Call(node, Gradient(op, dy.Layout, dx.Layout), Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
