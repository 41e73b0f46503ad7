using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>
/// Transposed convolution: forward what the input gradient of a convolution from y to x is, one dense convolution per phase of the
/// stride. Weights are packed phase by phase; the input gradient is that convolution itself.
/// </summary>
internal sealed class ConvTranspose2dLowering : OperatorLowering<ConvTranspose2d>
{
    public override bool ReadsSingleElements(LoweredNode node, Layout x) => true;

    public override bool CanFuseActivation(bool training) => true;

    protected override PanelSpec? Panels(ConvTranspose2d op, string parameter, Layout x) => parameter != "weight"
        ? null
        : PanelSpec.Of(op.Vertical, op.Horizontal, x.Channels, op.OutChannels, op.Groups) with
        {
            TapOrder = TapOrder(op),
            InputsFirst = true,
        };

    protected override Halo ForwardHalo(ConvTranspose2d op, Layout x, Layout y) => ImagePhase.Halo(op.Vertical, op.Horizontal, y, x);

    protected override Halo GradientHalo(ConvTranspose2d op, Layout x, Layout y) =>
        ConvLowering.ForwardHalo(op.Vertical, op.Horizontal, y, x);

    /// <summary>A phase that no tap reaches is the bias alone.</summary>
    protected override void Forward(ForwardContext context, LoweredNode node, ConvTranspose2d op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        PanelSpec panels = context.Weights.Get(node.Source, "weight").Panels!;
        string label = Label(op, x.Layout);
        Operand[] weights = [.. context.WeightAndBias(node)];
        foreach (ImagePhase phase in ImagePhase.Of(op.Vertical, op.Horizontal, y.Layout.Height, y.Layout.Width))
        {
            ConvKernel kernel = ConvLowering.Phase(
                label, panels, phase, x.Layout, y.Layout, op.Bias || node.Norm is not null, node.Activation, panels.Taps);
            Operand weight = weights[0].FromRow(FirstRow(panels, phase));
            Operand input = Operand.Of(x).From(kernel.X.Origin), output = Operand.Of(y).From(kernel.Y.Origin);
            context.Call(node, kernel.Anywhere, [input, weight, .. weights.Skip(1), output]);
        }
    }

    /// <summary>Each phase is a convolution of x, and adds to the gradient of its own taps.</summary>
    protected override void ParameterGradient(BackwardContext context, LoweredNode node, ConvTranspose2d op)
    {
        context.OutputGradient(node);
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        Operand gradient = context.AccumulatedGradient(weight);
        bool isFirst = true;
        foreach (ImagePhase phase in ImagePhase.Of(op.Vertical, op.Horizontal, dy.Layout.Height, dy.Layout.Width).Where(p => p.HasTaps))
        {
            ConvWeightGradientKernel kernel = ConvLowering.PhaseWeightGradient(
                Label(op, x.Layout), weight.Panels!, phase, x.Layout, dy.Layout);
            Operand[] operands = [Operand.Of(x).From(kernel.X.Origin), Operand.Of(dy).From(kernel.Dy.Origin)];
            Operand part = gradient.FromRow(FirstRow(weight.Panels!, phase));
            context.WeightGradient(node, kernel.Anywhere, weight, operands, part, kernel.Pieces.HasImageSum, isFirst);
            isFirst = false;
        }
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, ConvTranspose2d op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        PanelSpec panels = weight.Panels!;
        ConvKernel kernel = ConvLowering.Forward(
            Adjoint(op, dx.Layout), panels.Exchanged, dy.Layout, dx.Layout, hasBias: false, activation: null, "TransposeInputGradient");
        int[] order = [.. panels.TapOrder];
        var taps = EquatableArray<int>.From(Enumerable.Range(0, panels.Taps).Select(tap => Array.IndexOf(order, tap)));
        Operand transposed = context.Saved.Preparations.Transpose(weight, panels, taps);
        context.Call(node, kernel, Operand.Of(dy), transposed, Operand.Of(dx));
        context.ClearHalo(node, dx);
    }

    /// <summary>The convolution from y to x that this one is the adjoint of.</summary>
    private static Conv2d Adjoint(ConvTranspose2d op, Layout x) => new(
        x.Channels, op.Vertical, op.Horizontal, PaddingMode.Zeros, op.Groups, Bias: false, Flipped: false, EquatableArray<int>.Empty);

    private static string Label(ConvTranspose2d op, Layout x) => ConvLowering.Label(Adjoint(op, x)) + "Transpose";

    /// <summary>All taps, phase by phase.</summary>
    private static EquatableArray<int> TapOrder(ConvTranspose2d op) => EquatableArray<int>.From(
        ImagePhase.Of(op.Vertical, op.Horizontal, op.Vertical.Stride, op.Horizontal.Stride).SelectMany(phase => phase.Taps));

    /// <summary>The first row of each panel that belongs to a phase.</summary>
    private static int FirstRow(PanelSpec panels, ImagePhase phase) =>
        phase.HasTaps ? panels.TapOrder.ToList().IndexOf(phase.Taps[0]) * panels.BlockInChannels : 0;
}
