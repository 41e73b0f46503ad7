using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>A sum takes an activation in; its gradient goes to every term.</summary>
internal sealed class AddLowering : OperatorLowering<Add>
{
    public override bool CanFuseActivation(bool training) => true;

    protected override void Forward(ForwardContext context, LoweredNode node, Add op)
    {
        BufferSlot[] x = [.. node.Inputs.Select(context.Value)];
        BufferSlot y = context.Value(node.Output);
        var kernel = new SumKernel(EquatableArray<Layout>.From(x.Select(slot => slot.Layout)), y.Layout, node.Activation);
        context.Call(node, kernel, [.. x.Select(Operand.Of), Operand.Of(y)]);
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, Add op) => context.ActivationGradient(node);

    protected override void InputGradient(BackwardContext context, LoweredNode node, Add op)
    {
        BufferSlot dy = context.Gradient(node.Output);
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (context.Target(node, i) is { } dx)
            {
                context.Call(node, new ActivationKernel(null, dy.Layout, dx.Layout), Operand.Of(dy), Operand.Of(dx));
                context.ClearHalo(node, dx);
            }
        }
    }
}

/// <summary>A product; each factor's gradient needs the other factors.</summary>
internal sealed class MultiplyLowering : OperatorLowering<Multiply>
{
    protected override void Forward(ForwardContext context, LoweredNode node, Multiply op)
    {
        BufferSlot[] x = [.. node.Inputs.Select(context.Value)];
        BufferSlot y = context.Value(node.Output);
        var product = new ProductKernel(EquatableArray<Layout>.From(x.Select(slot => slot.Layout)), y.Layout);
        context.Call(node, product, [.. x.Select(Operand.Of), Operand.Of(y)]);
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Multiply op)
    {
        BufferSlot dy = context.Gradient(node.Output);
        BufferSlot[] x = [.. node.Inputs.Select(context.Saved.Value)];
        var layouts = EquatableArray<Layout>.From(x.Select(slot => slot.Layout));
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (context.Target(node, i) is { } dx)
            {
                var kernel = new ProductGradientKernel(layouts, i, dy.Layout, dx.Layout);
                Operand[] totals = kernel.HasTotals ? [BackwardContext.Sums(ProductGradientKernel.Sums, dy.Layout)] : [];
                context.Call(node, kernel, [.. x.Select(Operand.Of), Operand.Of(dy), .. totals, Operand.Of(dx)]);
                context.ClearHalo(node, dx);
            }
        }
    }
}

/// <summary>Channels behind one another; each input's gradient is its part of the channels.</summary>
internal sealed class ConcatLowering : OperatorLowering<Concat>
{
    protected override void Forward(ForwardContext context, LoweredNode node, Concat op)
    {
        BufferSlot[] x = [.. node.Inputs.Select(context.Value)];
        BufferSlot y = context.Value(node.Output);
        if (x.Any(slot => slot.Whole == y))
        {
            CopyOthers(context, node, x, y);
            return;
        }

        var concat = new ConcatKernel(EquatableArray<Layout>.From(x.Select(slot => slot.Layout)), y.Layout);
        context.Call(node, concat, [.. x.Select(Operand.Of), Operand.Of(y)]);
    }

    /// <summary>What does not lie in y already.</summary>
    private static void CopyOthers(ForwardContext context, LoweredNode node, BufferSlot[] x, BufferSlot y)
    {
        int first = 0;
        foreach (BufferSlot part in x)
        {
            if (part.Whole != y)
            {
                var copy = new ConcatKernel(new([part.Layout]), y.Layout, first, IsPart: true);
                context.Call(node, copy, Operand.Of(part), Operand.Of(y));
            }

            first += part.Layout.Channels;
        }
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Concat op)
    {
        BufferSlot dy = context.Gradient(node.Output);
        int first = 0;
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            int channels = context.Saved.Value(node.Inputs[i]).Layout.Channels;
            if (context.Target(node, i) is { } dx)
            {
                context.Call(node, new ChannelsKernel(first, dy.Layout, dx.Layout), Operand.Of(dy), Operand.Of(dx));
                context.ClearHalo(node, dx);
            }

            first += channels;
        }
    }
}

/// <summary>A flattened tensor in the order of channels, rows, columns: the same copies as at the border of the network.</summary>
internal sealed class RelayoutLowering : OperatorLowering<Relayout>
{
    public override bool ReadsSingleElements(LoweredNode node, Layout x) => true;

    protected override void Forward(ForwardContext context, LoweredNode node, Relayout op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        if (y.Layout.ChannelStride > y.Layout.Channels)
        {
            context.Call(node, new ClearKernel(y.Layout.Size), Operand.Of(y));
        }

        context.Call(node, new StoreKernel(x.Layout, ChannelsLast: false), Operand.Of(x), Operand.Of(y));
    }

    protected override void InputGradient(BackwardContext context, LoweredNode node, Relayout op)
    {
        if (context.Target(node) is { } dx)
        {
            BufferSlot dy = context.Gradient(node.Output);
            context.Call(node, new LoadKernel(dx.Layout, ChannelsLast: false), Operand.Of(dy), Operand.Of(dx));
        }
    }
}
