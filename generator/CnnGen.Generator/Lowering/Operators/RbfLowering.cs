using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Squared distances to codes, which are packed as a linear layer's weights are.</summary>
internal sealed class RbfLowering : OperatorLowering<Rbf>
{
    protected override PanelSpec? Panels(Rbf op, string parameter, Layout x) => LinearLowering.PanelsOf(op.Classes, x);

    protected override void Forward(ForwardContext context, LoweredNode node, Rbf op)
    {
        BufferSlot x = context.Dense(node, node.Input);
        BufferSlot y = context.Value(node.Output);
        Operand weight = Operand.Of(context.Weights.Get(node.Source, "weight"));
        context.Call(node, new RbfKernel(x.Layout, op.Classes), Operand.Of(x), weight, Operand.Of(y));
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, Rbf op)
    {
        BufferSlot x = context.Saved.Dense(node, node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        var kernel = new RbfWeightGradientKernel(x.Layout.Size, op.Classes);
        Operand[] operands = [Operand.Of(x), Operand.Of(weight), Operand.Of(dy)];
        context.WeightGradient(node, kernel, weight, operands, context.AccumulatedGradient(weight));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Rbf op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot x = context.Saved.Dense(node, node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        BufferSlot dense = BackwardContext.Dense(dx);
        Operand codes = context.TransposedFeatures(context.Weights.Get(node.Source, "weight"));
        var kernel = new RbfInputGradientKernel(dense.Layout, op.Classes);
        context.Call(node, kernel, Operand.Of(x), codes, Operand.Of(dy), Operand.Of(dense));
        context.FromDense(node, dense, dx);
    }
}
