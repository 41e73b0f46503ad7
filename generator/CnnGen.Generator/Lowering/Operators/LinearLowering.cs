using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>
/// Linear layers: weights streamed once for one sample, matrix products for a batch. Behind a flatten the weights lie in H×W×C order.
/// </summary>
internal sealed class LinearLowering : OperatorLowering<Linear>
{
    public override bool CanFuseActivation(bool training) => true;

    protected override PanelSpec? Panels(Linear op, string parameter, Layout x) =>
        parameter == "weight" ? PanelsOf(op.OutFeatures, x) : null;

    /// <summary>A panel reads the input as it lies, padding channels included.</summary>
    public static PanelSpec PanelsOf(int outFeatures, Layout x) => new(
        outFeatures,
        x.Channels,
        x.Height,
        x.Width,
        Groups: 1,
        Blocks: 1,
        x.ChannelStride,
        Flipped: false,
        InputMasks: default);

    protected override void Forward(ForwardContext context, LoweredNode node, Linear op)
    {
        BufferSlot x = context.Dense(node, node.Input);
        BufferSlot y = context.Value(node.Output);
        Operand[] operands = [Operand.Of(x), .. context.WeightAndBias(node), Operand.Of(y)];
        if (!context.IsTraining)
        {
            context.Call(node, new LinearKernel(x.Layout.Size, op.OutFeatures, op.Bias, node.Activation), operands);
            context.ClearTail(node, y);
            return;
        }

        var kernel = new LinearBatchKernel("LinearBatch", x.Layout.Size, op.OutFeatures, op.Bias, node.Activation);
        AddProduct(context.Call, context.BatchCall, node, kernel, operands);
        context.ClearTail(node, y);
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, Linear op)
    {
        BufferSlot x = context.Saved.Dense(node, node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        context.ActivationGradient(node);
        Operand[] bias = context.Weights.Find(node.Source, "bias") is { } b ? [Operand.GradientOf(b)] : [];
        Operand weight = Operand.GradientOf(context.Weights.Get(node.Source, "weight"));
        context.BatchCall(
            node, new LinearWeightGradientKernel(x.Layout.Size, op.OutFeatures, op.Bias), [Operand.Of(x), Operand.Of(dy), weight, .. bias]);
    }

    /// <summary>dx = Wᵀ·dy as one run of elements; where dx has a halo it is copied into place.</summary>
    protected override void InputGradient(BackwardContext context, LoweredNode node, Linear op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot dy = context.Gradient(node.Output);
        WeightSlot weight = context.Weights.Get(node.Source, "weight");
        BufferSlot dense = BackwardContext.Dense(dx);
        var kernel = new LinearBatchKernel("LinearInputGradient", op.OutFeatures, dense.Layout.Size, false, null);
        Operand[] operands = [Operand.Of(dy), context.TransposedFeatures(weight), Operand.Of(dense)];
        AddProduct(context.Call, context.BatchCall, node, kernel, operands);
        context.ClearTail(node, dense);
        context.FromDense(node, dense, dx);
    }

    /// <summary>Large weights are streamed once for the whole batch, not once per chunk.</summary>
    private static void AddProduct(
        Action<LoweredNode, Kernel, Operand[]> perChunk,
        Action<LoweredNode, Kernel, Operand[]> perBatch,
        LoweredNode node,
        LinearBatchKernel kernel,
        Operand[] operands) => (kernel.IsLarge ? perBatch : perChunk)(node, kernel, operands);
}
