using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>Network graph to inference plan: the passes in order, then one kernel (or a few) per node.</summary>
internal sealed class LowerInference
{
    private readonly LoweredGraph _graph;
    private readonly IReadOnlyList<Layout> _layouts;
    private readonly WeightPlan _weights = new();
    private readonly List<KernelCall> _calls = [];
    private readonly BufferSlot?[] _slots;
    private readonly List<BufferSlot> _temporaries = [];
    private readonly Dictionary<int, string> _kernelOfNode = [];

    private LowerInference(LoweredGraph graph)
    {
        _graph = graph;
        _layouts = AssignLayouts.Values(graph);
        _slots = new BufferSlot?[graph.Values.Count];
    }

    /// <summary>The passes before kernels are selected, in order.</summary>
    public static LoweredGraph Passes(NetworkGraph graph)
    {
        LoweredGraph lowered = LoweredGraph.From(graph);
        lowered = ExplicitPadding.Run(lowered);
        lowered = RemoveIdentities.Run(lowered, training: false);
        return FuseActivations.Run(lowered, training: false);
    }

    public static InferencePlan Run(NetworkGraph graph, bool channelsLast) => new LowerInference(Passes(graph)).Plan(graph, channelsLast);

    private InferencePlan Plan(NetworkGraph graph, bool channelsLast)
    {
        BufferSlot input = Slot(LoweredGraph.Input);
        Call(new LoadKernel(input.Layout, channelsLast), "input", Operand.In(Region.Input), Operand.Of(input));
        foreach (LoweredNode node in _graph.Nodes)
        {
            Select(node);
        }

        BufferSlot output = Slot(_graph.Output);
        bool outputLast = channelsLast && !graph.Values[graph.Outputs[0]].Shape.IsVector;
        Call(new StoreKernel(output.Layout, outputLast), "output", Operand.Of(output), Operand.In(Region.Output));
        BufferSlot[] slots = [.. _slots.OfType<BufferSlot>(), .. _temporaries];
        return new InferencePlan(_calls, slots, PlanMemory.Run(slots), _weights, _kernelOfNode);
    }

    private void Select(LoweredNode node)
    {
        string layer = node.Source.Label();
        BufferSlot x = node.Operator is Linear ? Dense(node.Input, layer) : Slot(node.Input);
        BufferSlot y = Slot(node.Output);
        switch (node.Operator)
        {
            case Conv2d conv:
                NodeWeights conv2d = _weights.Add(node.Source, x.Layout);
                Weighted(ConvLowering.Forward(conv, conv2d.Weight.Panels!, x.Layout, y.Layout, node.Activation), node, conv2d, x, y, layer);
                break;
            case Linear linear:
                NodeWeights dense = _weights.Add(node.Source, x.Layout);
                Weighted(new LinearKernel(x.Layout.Size, linear.OutFeatures, linear.Bias, node.Activation), node, dense, x, y, layer);
                break;
            case Pool2d pool:
                var kernel = new PoolKernel(pool.Kind, x.Layout, y.Layout, pool.Vertical, pool.Horizontal, pool.CountIncludePad, node.Activation);
                Unweighted(kernel, node, x, y, layer);
                break;
            case Activation activation:
                Unweighted(new ActivationKernel(activation, x.Layout, y.Layout), node, x, y, layer);
                break;
            case Softmax softmax:
                Unweighted(new SoftmaxKernel(softmax.Logarithmic, _graph.IsVector(node.Source.Inputs[0]), x.Layout, y.Layout), node, x, y, layer);
                break;
            case BorderPad pad:
                Unweighted(new BorderPadKernel(pad.Mode, x.Layout, y.Layout, pad.Border), node, x, y, layer);
                break;
            default:
                throw new InvalidOperationException($"No kernel for {node.Operator}.");
        }

        if (y.Layout.HasHalo)
        {
            Call(new ClearHaloKernel(y.Layout), layer, Operand.Of(y));
        }
    }

    private void Weighted(Kernel kernel, LoweredNode node, NodeWeights weights, BufferSlot x, BufferSlot y, string layer)
    {
        var operands = new List<Operand> { Operand.Of(x), Operand.In(Region.Weights, weights.Weight.Packed) };
        if (weights.Bias is { } bias)
        {
            operands.Add(Operand.In(Region.Weights, bias.Packed));
        }

        Call(kernel, layer, [.. operands, Operand.Of(y)]);
        _kernelOfNode[node.Source.Output] = kernel.Name;
    }

    private void Unweighted(Kernel kernel, LoweredNode node, BufferSlot x, BufferSlot y, string layer)
    {
        Call(kernel, layer, Operand.Of(x), Operand.Of(y));
        if (node.Operator is not BorderPad)
        {
            _kernelOfNode[node.Source.Output] = kernel.Name;
        }
    }

    private void Call(Kernel kernel, string layer, params Operand[] operands)
    {
        foreach (Operand operand in operands)
        {
            operand.Slot?.Touch(_calls.Count);
        }

        _calls.Add(new KernelCall(kernel, operands, layer));
    }

    /// <summary>A linear layer reads its input as one run of elements: a halo is left behind.</summary>
    private BufferSlot Dense(int value, string layer)
    {
        BufferSlot slot = Slot(value);
        if (!slot.Layout.HasHalo)
        {
            return slot;
        }

        var dense = new BufferSlot(slot.Name + "d", slot.Layout with { Halo = default });
        _temporaries.Add(dense);
        Call(new ActivationKernel(null, slot.Layout, dense.Layout), layer, Operand.Of(slot), Operand.Of(dense));
        return dense;
    }

    private BufferSlot Slot(int value) => _slots[value] ??= new BufferSlot($"v{value}", _layouts[value]);
}
