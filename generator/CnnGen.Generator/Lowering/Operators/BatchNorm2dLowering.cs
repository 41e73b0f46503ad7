using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>
/// Batch normalisation: at inference a scale and a shift per channel, folded from the running statistics (into the weights of a
/// convolution before it, where the pass found one); in training statistics of the whole batch, unit by unit of channels.
/// </summary>
internal sealed class BatchNorm2dLowering : OperatorLowering<BatchNorm2d>
{
    public override bool CanFuseActivation(bool training) => true;

    protected override void Forward(ForwardContext context, LoweredNode node, BatchNorm2d op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        if (!context.IsTraining)
        {
            NormPreparation fold = context.Preparations.Norm(node.Source, context.Weights, convolution: null, convolutionBias: null);
            var affine = new ChannelAffineKernel(x.Layout, y.Layout, node.Activation);
            context.Call(
                node, affine, Operand.Of(x), Operand.In(Region.Prepared, fold.Offset), Operand.In(Region.Prepared, fold.Bias), Operand.Of(y));
            return;
        }

        Operand stats = Operand.In(Region.Shared, context.Shared.Of(node.Source, 2 * x.Layout.ChannelStride));
        Operand[] affineOperands = op.Affine ? [.. context.WeightAndBias(node)] : [];
        var kernel = new BatchNormKernel(x.Layout, y.Layout, op.Eps, op.Momentum, op.Affine, node.Activation);
        context.BatchCall(
            node,
            kernel,
            [
                Operand.Of(x), .. affineOperands, Operand.Of(context.Weights.Get(node.Source, "running_mean")),
                Operand.Of(context.Weights.Get(node.Source, "running_var")), stats, Operand.Of(y),
            ]);
    }

    /// <summary>Parameter and input gradients come from the same sums, so both are computed here or, without parameters, below.</summary>
    protected override void InputGradient(BackwardContext context, LoweredNode node, BatchNorm2d op)
    {
        BufferSlot? dx = context.Target(node);
        bool isFirstVisit = op.Affine && context.FirstVisit(node);
        if (dx is null && !isFirstVisit)
        {
            return;
        }

        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        Operand stats = Operand.In(Region.Shared, context.Saved.Shared.Of(node.Source, 2 * x.Layout.ChannelStride));
        Activation? activation = isFirstVisit || !op.Affine ? node.Activation : null;
        var kernel = new BatchNormGradientKernel(x.Layout, y.Layout, dy.Layout, dx?.Layout, op.Affine, activation);
        Operand[] saved = activation is null ? [] : [Operand.Of(y)];
        Operand[] weight = op.Affine ? [Operand.Of(context.Weights.Get(node.Source, "weight"))] : [];
        Operand[] gradients = op.Affine
            ? [Operand.GradientOf(context.Weights.Get(node.Source, "weight")), Operand.GradientOf(context.Weights.Get(node.Source, "bias"))]
            : [];
        Operand[] target = dx is null ? [] : [Operand.Of(dx)];
        context.BatchCall(node, kernel, [Operand.Of(x), .. saved, .. weight, stats, Operand.Of(dy), .. gradients, .. target]);
        if (dx is not null)
        {
            context.ClearHalo(node, dx);
        }
    }
}
