using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>PReLU: one trained slope for all elements, or one for each channel.</summary>
internal sealed class PReLULowering : OperatorLowering<PReLU>
{
    protected override void Forward(ForwardContext context, LoweredNode node, PReLU op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        Operand slope = Operand.Of(context.Weights.Get(node.Source, "weight"));
        context.Call(node, new PReLUKernel(x.Layout, y.Layout, op.PerChannel), Operand.Of(x), slope, Operand.Of(y));
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, PReLU op)
    {
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        Operand gradient = context.PartialOf(context.Weights.Get(node.Source, "weight"));
        Operand[] sums = op.PerChannel ? [BackwardContext.Sums(PReLUSlopeGradientKernel.Sums, dy.Layout)] : [];
        var kernel = new PReLUSlopeGradientKernel(x.Layout, dy.Layout, op.PerChannel);
        context.Call(node, kernel, [Operand.Of(x), Operand.Of(dy), .. sums, gradient]);
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
        var kernel = new PReLUGradientKernel(x.Layout, dy.Layout, dx.Layout, op.PerChannel);
        context.Call(node, kernel, Operand.Of(x), slope, Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
