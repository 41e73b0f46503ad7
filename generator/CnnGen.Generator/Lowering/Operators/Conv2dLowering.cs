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

    /// <summary>
    /// Groups are merged until a block's inputs and outputs fill vectors, so that each block's channels begin on a vector. (When
    /// no number of groups does, all of them become one dense block.)
    /// </summary>
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

        int groupOut = op.OutChannels / op.Groups;
        int groupIn = x.Channels / op.Groups;
        int merged = Enumerable.Range(1, op.Groups).FirstOrDefault(m =>
            op.Groups % m == 0 && m * groupOut % Layout.Lanes == 0 && m * groupIn % Layout.Lanes == 0);
        int blocks = merged == 0 ? 1 : op.Groups / merged;
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

    protected override Halo ForwardHalo(Conv2d op, Layout x, Layout y)
    {
        Halo halo = ConvLowering.ForwardHalo(op, x, y);
        return IsWinograd(op, x, y) ? WinogradLowering.Extend(halo, y.Height, y.Width) : halo;
    }

    protected override Halo GradientHalo(Conv2d op, Layout x, Layout y)
    {
        Halo halo = ConvLowering.GradientHalo(op, x, y);
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
            context.Call(node, depthwise, [Operand.Of(x), .. WeightsOf(context, node, weight), Operand.Of(y)]);
            return;
        }

        ConvKernel direct = ConvLowering.Forward(op, weight.Panels!, x.Layout, y.Layout, hasBias, node.Activation);
        if (IsWinograd(op, x.Layout, y.Layout))
        {
            WinogradKernel winograd = WinogradLowering.From(direct, x.Layout);
            Operand scratch = context.Scratch(winograd.ScratchLength);
            context.Call(node, winograd, [Operand.Of(x), .. TransformedWeightsOf(context, node, weight), Operand.Of(y), scratch]);
            return;
        }

        context.Call(node, direct, [Operand.Of(x), .. WeightsOf(context, node, weight), Operand.Of(y)]);
    }

    private static bool IsWinograd(Conv2d op, Layout x, Layout y) => WinogradLowering.Applies(op, x.Channels, y.Height, y.Width);

    private static IEnumerable<Operand> WeightsOf(ForwardContext context, LoweredNode node, WeightSlot weight)
    {
        if (node.Norm is not { Operator: BatchNorm2d norm })
        {
            return context.WeightAndBias(node);
        }

        FoldedNorm fold = context.Folds.Add(node.Norm, norm, context.Weights, weight, context.Weights.Find(node.Source, "bias"));
        return [Operand.In(Region.Folded, fold.Weight), Operand.In(Region.Folded, fold.Bias)];
    }

    /// <summary>Winograd's weights: computed when parameters change, or in training before each pass.</summary>
    private static IEnumerable<Operand> TransformedWeightsOf(ForwardContext context, LoweredNode node, WeightSlot weight)
    {
        WeightSlot? bias = context.Weights.Find(node.Source, "bias");
        if (node.Norm is { Operator: BatchNorm2d norm })
        {
            FoldedNorm fold = context.Folds.Add(node.Norm, norm, context.Weights, convolution: null, bias);
            return [Operand.In(Region.Folded, context.Folds.Add(weight, fold)), Operand.In(Region.Folded, fold.Bias)];
        }

        Operand transformed = context.IsTraining
            ? Operand.In(Region.Shared, context.Shared.Add(weight))
            : Operand.In(Region.Folded, context.Folds.Add(weight, norm: null));
        return bias is null ? [transformed] : [transformed, Operand.Of(bias)];
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, Conv2d op)
    {
        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        WeightSlot? bias = context.Weights.Find(node.Source, "bias");
        if (node.Activation is not null || bias is not null)
        {
            Operand[] saved = node.Activation is null ? [] : [Operand.Of(y)];
            Operand[] sums = bias is null ? [] : [context.PartialOf(bias)];
            var derivative = new OutputGradientKernel(node.Activation, y.Layout, dy.Layout, bias is not null);
            context.Call(node, derivative, [.. saved, Operand.Of(dy), .. sums]);
        }

        Kernel kernel = DepthwiseLowering.Applies(op, x.Layout.Channels)
            ? DepthwiseLowering.WeightGradient(op, x.Layout, dy.Layout)
            : ConvLowering.WeightGradient(op, weight.Panels!, x.Layout, y.Layout, dy.Layout);
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
            int transposed = context.Accumulation.Transpose(weight, weight.Panels!, taps, kernel.Widths, isWinograd);
            Operand weights = Operand.In(Region.Transposed, transposed);
            if (isWinograd)
            {
                WinogradKernel winograd = WinogradLowering.From(kernel, dy.Layout);
                Operand scratch = context.Saved.Scratch(winograd.ScratchLength);
                context.Call(node, winograd, Operand.Of(dy), weights, Operand.Of(dx), scratch);
            }
            else
            {
                context.Call(node, kernel, Operand.Of(dy), weights, Operand.Of(dx));
            }
        }

        context.ClearHalo(node, dx);
    }
}
