using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>A constant kernel over every channel; the input gradient is a kernel of the same kind for each phase of the stride.</summary>
internal sealed class FixedConv2dLowering : OperatorLowering<FixedConv2d>
{
    public override bool CanFuseActivation(bool training) => true;

    protected override Halo ForwardHalo(FixedConv2d op, Layout x, Layout y) =>
        ConvLowering.ForwardHalo(op.Vertical, op.Horizontal, x, y);

    protected override Halo GradientHalo(FixedConv2d op, Layout x, Layout y) => ImagePhase.Halo(op.Vertical, op.Horizontal, x, y);

    protected override void Forward(ForwardContext context, LoweredNode node, FixedConv2d op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        TapGrid taps = ConvLowering.TapsOf(op.Vertical, op.Horizontal, x.Layout);
        var kernel = new FixedConvKernel(
            Label(op),
            y.Layout.Height,
            y.Layout.Width,
            y.Layout.ChannelStride,
            Taps(taps, op.Kernel),
            ConvLowering.GridOf(op.Vertical, op.Horizontal, x.Layout),
            new Grid(y.Layout.At(0, 0), y.Layout.RowStride, y.Layout.ChannelStride),
            node.Activation);
        context.Call(node, kernel, Operand.Of(x), Operand.Of(y));
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, FixedConv2d op) =>
        context.ActivationGradient(node);

    protected override void InputGradient(BackwardContext context, LoweredNode node, FixedConv2d op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        foreach (ImagePhase phase in ImagePhase.Of(op.Vertical, op.Horizontal, dx.Layout.Height, dx.Layout.Width))
        {
            var kernel = new FixedConvKernel(
                $"{Label(op)}InputGradient{phase.Label}",
                phase.Row.Count,
                phase.Column.Count,
                dx.Layout.ChannelStride,
                Taps(phase.TapsIn(dy.Layout), phase.Taps.Select(tap => op.Kernel[tap])),
                phase.From(dy.Layout),
                phase.To(dx.Layout),
                Activation: null);
            context.Call(node, kernel, Operand.Of(dy), Operand.Of(dx));
        }

        context.ClearHalo(node, dx);
    }

    /// <summary>Zeros vanish.</summary>
    private static EquatableArray<FixedTap> Taps(TapGrid grid, IEnumerable<float> weights) => EquatableArray<FixedTap>.From(
        weights
            .Select((weight, i) => new FixedTap(i / grid.Columns * grid.Row + i % grid.Columns * grid.Column, weight))
            .Where(tap => tap.Weight != 0));

    private static string Label(FixedConv2d op) => $"FixedConv{op.Vertical.Kernel}x{op.Horizontal.Kernel}S{op.Vertical.Stride}";
}
