using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>
/// Convolution: direct kernels, of their own for a depthwise one; the input gradient is one dense convolution per phase of the stride.
/// </summary>
internal sealed class Conv2dLowering : OperatorLowering<Conv2d>
{
    public override bool ReadsSingleElements(LoweredNode node, Layout x) =>
        !DepthwiseLowering.Applies((Conv2d)node.Operator, x.Channels);

    public override bool CanFuseActivation(bool training) => true;

    public override bool CanFuseResidual(LoweredNode node) => ((Conv2d)node.Operator).Groups == 1;

    public override bool CanWriteInto(LoweredNode node) => ((Conv2d)node.Operator).Groups == 1;

    protected override PanelSpec? Panels(Conv2d op, string parameter, Layout x)
    {
        if (parameter != "weight")
        {
            return null;
        }

        if (DepthwiseLowering.Applies(op, x.Channels))
        {
            return DepthwiseLowering.Panels(op);
        }

        return PanelSpec.Of(op.Vertical, op.Horizontal, x.Channels, op.OutChannels, op.Groups) with
        {
            Flipped = op.Flipped,
            InputMasks = op.InputMasks,
        };
    }

    protected override Halo ForwardHalo(Conv2d op, Layout x, Layout y)
    {
        Halo halo = ConvLowering.ForwardHalo(op.Vertical, op.Horizontal, x, y);
        return IsWinograd(op, x, y) ? WinogradLowering.Extend(halo, y.Height, y.Width) : halo;
    }

    protected override Halo GradientHalo(Conv2d op, Layout x, Layout y)
    {
        Halo halo = ImagePhase.Halo(op.Vertical, op.Horizontal, x, y);
        return IsWinograd(op, x, x) ? WinogradLowering.Extend(halo, x.Height, x.Width) : halo;
    }

    protected override void Forward(ForwardContext context, LoweredNode node, Conv2d op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        bool hasBias = op.Bias || node.Norm is not null;
        if (DepthwiseLowering.Applies(op, x.Layout.Channels))
        {
            DepthwiseKernel depthwise = DepthwiseLowering.Forward(op, x.Layout, y.Layout, hasBias, node.Activation);
            context.Call(node, depthwise, [Operand.Of(x), .. context.WeightAndBias(node), Operand.Of(y)]);
            return;
        }

        BufferSlot? residual = node.Residual is { } value ? context.Value(value) : null;
        Operand[] added = residual is null ? [] : [Operand.Of(residual)];
        ConvKernel direct = ConvLowering.Forward(
            op, weight.Panels!, x.Layout, y.Layout, hasBias, node.Activation, residual: residual?.Layout);
        if (IsWinograd(op, x.Layout, y.Layout))
        {
            WinogradKernel winograd = WinogradLowering.From(direct, x.Layout);
            IEnumerable<Operand> weights = TransformedWeightAndBias(context, node, weight);
            Operand memory = context.WorkingMemory(winograd.ScratchLength);
            context.Call(node, winograd, [Operand.Of(x), .. weights, .. added, Operand.Of(y), memory]);
            return;
        }

        context.Call(node, direct, [Operand.Of(x), .. context.WeightAndBias(node), .. added, Operand.Of(y)]);
    }

    private static bool IsWinograd(Conv2d op, Layout x, Layout y) => WinogradLowering.Applies(op, x.Channels, y.Height, y.Width);

    /// <summary>Winograd's weights: computed when parameters change, or in training before each pass.</summary>
    private static IEnumerable<Operand> TransformedWeightAndBias(ForwardContext context, LoweredNode node, WeightSlot weight)
    {
        WeightSlot? bias = context.Weights.Find(node.Source, "bias");
        if (node.Norm is { } norm)
        {
            NormPreparation scale = context.Preparations.Norm(norm, context.Weights, convolution: null, bias);
            return [context.Preparations.Winograd(weight, scale), Operand.In(Region.Prepared, scale.Bias)];
        }

        Operand transformed = context.Preparations.Winograd(weight);
        return bias is null ? [transformed] : [transformed, Operand.Of(bias)];
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, Conv2d op)
    {
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        context.OutputGradient(node);
        WeightGradientKernel kernel = DepthwiseLowering.Applies(op, x.Layout.Channels)
            ? DepthwiseLowering.WeightGradient(op, x.Layout, dy.Layout)
            : ConvLowering.WeightGradient(op, weight.Panels!, x.Layout, y.Layout, dy.Layout);
        Operand gradient = context.AccumulatedGradient(weight);
        context.WeightGradient(node, kernel, weight, [Operand.Of(x), Operand.Of(dy)], gradient, kernel.Pieces.HasImageSum);
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

        if (DepthwiseLowering.Applies(op, dx.Layout.Channels))
        {
            foreach (DepthwiseKernel kernel in DepthwiseLowering.InputGradient(op, dy.Layout, dx.Layout))
            {
                context.Call(node, kernel, Operand.Of(dy), Operand.Of(weight), Operand.Of(dx));
            }

            context.ClearHalo(node, dx);
            return;
        }

        foreach ((ConvKernel kernel, EquatableArray<int> taps) in ConvLowering.InputGradient(op, weight.Panels!, dy.Layout, dx.Layout))
        {
            bool isWinograd = IsWinograd(op, dx.Layout, dx.Layout);
            Operand weights = context.Saved.Preparations.Transpose(weight, weight.Panels!, taps, isWinograd);
            if (isWinograd)
            {
                WinogradKernel winograd = WinogradLowering.From(kernel, dy.Layout);
                Operand memory = context.Saved.WorkingMemory(winograd.ScratchLength);
                context.Call(node, winograd, Operand.Of(dy), weights, Operand.Of(dx), memory);
            }
            else
            {
                Operand from = Operand.Of(dy).From(kernel.X.Origin), to = Operand.Of(dx).From(kernel.Y.Origin);
                context.Call(node, kernel.Anywhere, from, weights, to);
            }
        }

        context.ClearHalo(node, dx);
    }
}
