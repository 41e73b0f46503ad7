using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>A trained scale and, if there is a bias, a shift per channel; the input's gradient is scaled by the same kernel.</summary>
internal sealed class LayerScaleLowering : OperatorLowering<LayerScale>
{
    public override bool CanFuseActivation(bool training) => true;

    protected override void Forward(ForwardContext context, LoweredNode node, LayerScale op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        bool hasShift = context.Weights.Find(node.Source, "bias") is not null;
        var kernel = new ChannelAffineKernel(x.Layout, y.Layout, node.Activation, hasShift);
        context.Call(node, kernel, [Operand.Of(x), .. context.WeightAndBias(node), Operand.Of(y)]);
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, LayerScale op)
    {
        context.OutputGradient(node);
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        Operand gradient = context.PartialOf(context.Weights.Get(node.Source, "weight"));
        Operand sums = BackwardContext.Sums(ChannelScaleGradientKernel.Sums, dy.Layout);
        context.Call(node, new ChannelScaleGradientKernel(x.Layout, dy.Layout), Operand.Of(x), Operand.Of(dy), sums, gradient);
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, LayerScale op)
    {
        if (context.Target(node) is { } dx)
        {
            BufferSlot dy = context.Gradient(node.Output);
            Operand scale = Operand.Of(context.Weights.Get(node.Source, "weight"));
            var kernel = new ChannelAffineKernel(dy.Layout, dx.Layout, Activation: null, HasShift: false);
            context.Call(node, kernel, Operand.Of(dy), scale, Operand.Of(dx));
            context.ClearHalo(node, dx);
        }
    }
}
