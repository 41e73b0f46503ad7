using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>An activation that no other kernel could take in.</summary>
internal sealed class ActivationLowering : OperatorLowering<Activation>
{
    protected override void Forward(ForwardContext context, LoweredNode node, Activation op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        context.Call(node, new ActivationKernel(op, x.Layout, y.Layout), Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Activation op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot v = context.Saved.Value(op.HasGradientFromOutput() ? node.Output : node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        context.Call(node, new ActivationGradientKernel(op, v.Layout, dy.Layout, dx.Layout), Operand.Of(v), Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
