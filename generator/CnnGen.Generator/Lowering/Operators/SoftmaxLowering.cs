using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Softmax over a flattened tensor runs over all of it, over an image over the channels of each pixel.</summary>
internal sealed class SoftmaxLowering : OperatorLowering<Softmax>
{
    protected override void Forward(ForwardContext context, LoweredNode node, Softmax op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        var kernel = new SoftmaxKernel(op.Logarithmic, context.IsVector(node.Source.Inputs[0]), x.Layout, y.Layout);
        context.Call(node, kernel, Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Softmax op)
    {
        if (context.Target(node) is not { } dx)
        {
            return;
        }

        BufferSlot y = context.Saved.Value(node.Output);
        BufferSlot dy = context.Gradient(node.Output);
        bool overPixels = context.Saved.IsVector(node.Source.Inputs[0]);
        var kernel = new SoftmaxGradientKernel(op.Logarithmic, overPixels, y.Layout, dy.Layout, dx.Layout);
        context.Call(node, kernel, Operand.Of(y), Operand.Of(dy), Operand.Of(dx));
        context.ClearHalo(node, dx);
    }
}
