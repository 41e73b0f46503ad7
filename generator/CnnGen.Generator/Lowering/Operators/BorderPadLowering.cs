using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Mirrored, repeated or wrapped padding as a copy.</summary>
internal sealed class BorderPadLowering : OperatorLowering<BorderPad>
{
    protected override void Forward(ForwardContext context, LoweredNode node, BorderPad op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        context.Call(node, new BorderPadKernel(op.Mode, x.Layout, y.Layout, op.Border), Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, BorderPad op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        context.Call(node, new BorderPadGradientKernel(op.Mode, dy.Layout, dx.Layout, op.Border), Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
