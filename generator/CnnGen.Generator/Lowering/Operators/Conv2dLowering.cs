using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Convolution: direct kernels; the input gradient is one dense convolution per phase of the stride.</summary>
internal sealed class Conv2dLowering : OperatorLowering<Conv2d>
{
    public override bool ReadsSingleElements => true;

    public override bool CanFuseActivation(bool training) => true;

    protected override PanelSpec? Panels(Conv2d op, string parameter, Layout x)
    {
        if (parameter != "weight")
        {
            return null;
        }

        int blocks = Lowering.Panels.Blocks(op.Groups, x.Channels, op.OutChannels);
        return new PanelSpec(
            op.OutChannels,
            x.Channels,
            op.Vertical.Kernel,
            op.Horizontal.Kernel,
            op.Groups,
            blocks,
            x.Channels / blocks,
            Lowering.Panels.Widths(op.OutChannels / blocks),
            op.Flipped,
            op.InputMasks);
    }

    protected override Halo ForwardHalo(Conv2d op, Layout x, Layout y) => ConvLowering.ForwardHalo(op.Vertical, op.Horizontal, x, y);

    protected override Halo GradientHalo(Conv2d op, Layout x, Layout y) => ImagePhase.Halo(op.Vertical, op.Horizontal, x, y);

    protected override void Forward(ForwardContext context, LoweredNode node, Conv2d op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        ConvKernel kernel = ConvLowering.Forward(
            op, weight.Panels!, x.Layout, y.Layout, op.Bias || node.Norm is not null, node.Activation);
        context.Call(node, kernel, [Operand.Of(x), .. context.WeightAndBias(node), Operand.Of(y)]);
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, Conv2d op)
    {
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        context.OutputGradient(node);
        ConvWeightGradientKernel kernel = ConvLowering.WeightGradient(op, weight.Panels!, x.Layout, y.Layout, dy.Layout);
        if (GradientAccumulation.IsPerChunk(weight))
        {
            context.Call(node, kernel, Operand.Of(x), Operand.Of(dy), context.PartialOf(weight));
        }
        else
        {
            context.AccumulatingCall(node, kernel, weight, Operand.Of(x), Operand.Of(dy), Operand.GradientOf(weight));
        }
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Conv2d op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        if (ConvLowering.LeavesInputsOut(op, dx.Layout))
        {
            context.Call(node, new ClearKernel(dx.Layout.Size), Operand.Of(dx));
        }

        foreach ((ConvKernel kernel, EquatableArray<int> taps) in ConvLowering.InputGradient(op, weight.Panels!, dy.Layout, dx.Layout))
        {
            int transposed = context.Accumulation.Transpose(weight, weight.Panels!, taps, kernel.Widths);
            context.Call(node, kernel, Operand.Of(dy), Operand.In(Region.Transposed, transposed), Operand.Of(dx));
        }

        context.ClearHalo(node, dx);
    }
}
