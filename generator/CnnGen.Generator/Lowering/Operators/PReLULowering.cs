using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>PReLU: one trained slope for all elements.</summary>
internal sealed class PReLULowering : OperatorLowering<PReLU>
{
    protected override void Forward(ForwardContext context, LoweredNode node, PReLU op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        Operand slope = Operand.Of(context.Weights.Get(node.Source, "weight"));
        context.Call(node, new PReLUKernel(x.Layout, y.Layout), Operand.Of(x), slope, Operand.Of(y));
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, PReLU op)
    {
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        Operand gradient = context.PartialOf(context.Weights.Get(node.Source, "weight"));
        context.Call(node, new PReLUSlopeGradientKernel(x.Layout, dy.Layout), Operand.Of(x), Operand.Of(dy), gradient);
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, PReLU op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        Operand slope = Operand.Of(context.Weights.Get(node.Source, "weight"));
        context.Call(node, new PReLUGradientKernel(x.Layout, dy.Layout, dx.Layout), Operand.Of(x), slope, Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
