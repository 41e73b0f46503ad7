using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// Network graph to training plan: forward kernels, then the gradients in reverse order. What only the gradient of the network's
/// input needs comes last, in stages of its own.
/// </summary>
internal sealed class LowerTraining
{
    private readonly LoweredGraph _graph;
    private readonly WeightPlan _weights;
    private readonly IReadOnlyList<Layout> _layouts;
    private readonly IReadOnlyList<Layout> _gradientLayouts;
    private readonly Dictionary<int, BufferSlot> _values = [];
    private readonly Dictionary<int, BufferSlot> _gradients = [];
    private readonly Dictionary<int, BufferSlot> _denseInputs = [];
    private readonly bool[] _dependsOnParameters;
    private readonly StageBuilder _stages = new();
    private readonly GradientAccumulation _accumulation = new();

    private LowerTraining(LoweredGraph graph, WeightPlan weights)
    {
        _graph = graph;
        _weights = weights;
        _layouts = AssignLayouts.Values(graph);
        _gradientLayouts = AssignLayouts.Gradients(graph);
        _dependsOnParameters = new bool[graph.Values.Count];
        foreach (LoweredNode node in graph.Nodes)
        {
            _dependsOnParameters[node.Output] = _dependsOnParameters[node.Input] || HasWeights(node);
        }
    }

    /// <summary>The passes before kernels are selected, in order.</summary>
    public static LoweredGraph Passes(NetworkGraph graph)
    {
        LoweredGraph lowered = LoweredGraph.From(graph);
        lowered = ExplicitPadding.Run(lowered);
        lowered = RemoveIdentities.Run(lowered, training: true);
        return FuseActivations.Run(lowered, training: true);
    }

    public static TrainingPlan Run(NetworkGraph graph, WeightPlan weights, bool channelsLast) =>
        new LowerTraining(Passes(graph), weights).Plan(channelsLast, channelsLast && !graph.Values[graph.Outputs[0]].Shape.IsVector);

    private static bool HasWeights(LoweredNode node) => node.Operator is Conv2d or Linear;

    private TrainingPlan Plan(bool inputLast, bool outputLast)
    {
        BufferSlot input = Value(LoweredGraph.Input);
        Call(new LoadKernel(input.Layout, inputLast), "input", Operand.In(Region.Input), Operand.Of(input));
        foreach (LoweredNode node in _graph.Nodes)
        {
            Forward(node);
        }

        BufferSlot output = Value(_graph.Output);
        Call(new StoreKernel(output.Layout, outputLast), "output", Operand.Of(output), Operand.In(Region.Output));
        IReadOnlyList<TrainingStage> forward = _stages.Take("Forward");

        LoweredNode[] reversed = [.. _graph.Nodes.Reverse()];
        BufferSlot outputGradient = Gradient(_graph.Output);
        Call(new LoadKernel(outputGradient.Layout, outputLast), "output", Operand.In(Region.OutputGradients), Operand.Of(outputGradient));
        foreach (LoweredNode node in reversed.Where(node => _dependsOnParameters[node.Output]))
        {
            OutputGradient(node);
            WeightGradient(node);
            if (_dependsOnParameters[node.Input])
            {
                InputGradient(node);
            }
        }

        IReadOnlyList<TrainingStage> backward = _stages.Take("Backward");
        foreach (LoweredNode node in reversed.Where(node => !_dependsOnParameters[node.Input]))
        {
            InputGradient(node);
        }

        BufferSlot inputGradient = Gradient(LoweredGraph.Input);
        Call(new StoreKernel(inputGradient.Layout, inputLast), "input", Operand.Of(inputGradient), Operand.In(Region.InputGradients));
        IReadOnlyList<TrainingStage> inputGradients = _stages.Take("InputGradients");

        return new TrainingPlan(
            forward,
            backward,
            inputGradients,
            _accumulation.Transposed,
            _accumulation.Partials,
            _stages.Slots,
            SampleStride(PlanMemory.Run(_stages.Slots)));
    }

    /// <summary>Samples must not fall on the same cache sets: the stride in bytes is 320 more than a multiple of 4096.</summary>
    private static int SampleStride(int length) => checked((length + 1023 - 80) / 1024 * 1024 + 80);

    private void Forward(LoweredNode node)
    {
        string layer = node.Source.Label();
        BufferSlot x = node.Operator is Linear ? DenseInput(node.Input, layer) : Value(node.Input);
        BufferSlot y = Value(node.Output);
        switch (node.Operator)
        {
            case Conv2d conv:
                ConvKernel kernel = ConvLowering.Forward(conv, _weights[node.Source].Weight.Panels!, x.Layout, y.Layout, node.Activation);
                Call(kernel, layer, WeightOperands(node, x, y));
                break;
            case Linear linear:
                var dense = new LinearBatchKernel("LinearBatch", x.Layout.Size, linear.OutFeatures, linear.Bias, node.Activation);
                _stages.Add(new KernelCall(dense, WeightOperands(node, x, y), layer), StageBuilder.IsPerChunk(dense));
                break;
            case Pool2d pool:
                var window = new PoolKernel(pool.Kind, x.Layout, y.Layout, pool.Vertical, pool.Horizontal, pool.CountIncludePad, null);
                Call(window, layer, Operand.Of(x), Operand.Of(y));
                break;
            case Activation activation:
                Call(new ActivationKernel(activation, x.Layout, y.Layout), layer, Operand.Of(x), Operand.Of(y));
                break;
            case Softmax softmax:
                var overPixels = _graph.IsVector(node.Source.Inputs[0]);
                Call(new SoftmaxKernel(softmax.Logarithmic, overPixels, x.Layout, y.Layout), layer, Operand.Of(x), Operand.Of(y));
                break;
            case Dropout dropout:
                Random(new DropoutKernel(dropout.Probability, x.Layout, y.Layout), node, x, y);
                break;
            case BorderPad pad:
                Call(new BorderPadKernel(pad.Mode, x.Layout, y.Layout, pad.Border), layer, Operand.Of(x), Operand.Of(y));
                break;
            default:
                throw new InvalidOperationException($"No training kernel for {node.Operator}.");
        }

        ClearHalo(y, layer);
    }

    /// <summary>The derivative of a fused activation and the sums for a convolution's bias.</summary>
    private void OutputGradient(LoweredNode node)
    {
        bool hasBias = node.Operator is Conv2d { Bias: true };
        if (node.Activation is null && !hasBias)
        {
            return;
        }

        BufferSlot dy = Gradient(node.Output);
        BufferSlot y = Value(node.Output);
        var operands = new List<Operand>();
        if (node.Activation is not null)
        {
            operands.Add(Operand.Of(y));
        }

        operands.Add(Operand.Of(dy));
        if (hasBias)
        {
            operands.Add(Operand.In(Region.Partials, _accumulation.Partial(_weights[node.Source].Bias!)));
        }

        Call(new OutputGradientKernel(node.Activation, y.Layout, dy.Layout, hasBias), node.Source.Label(), [.. operands]);
    }

    private void WeightGradient(LoweredNode node)
    {
        string layer = node.Source.Label();
        BufferSlot dy = Gradient(node.Output);
        switch (node.Operator)
        {
            case Conv2d conv:
                BufferSlot x = Value(node.Input);
                WeightSlot weight = _weights[node.Source].Weight;
                ConvWeightGradientKernel kernel = ConvLowering.WeightGradient(conv, weight.Panels!, x.Layout, _layouts[node.Output], dy.Layout);
                if (GradientAccumulation.IsPerChunk(weight))
                {
                    Call(kernel, layer, Operand.Of(x), Operand.Of(dy), Operand.In(Region.Partials, _accumulation.Partial(weight)));
                }
                else
                {
                    Operand[] operands = [Operand.Of(x), Operand.Of(dy), Operand.In(Region.Gradients, weight.Packed)];
                    _stages.Add(new KernelCall(kernel, operands, layer), isPerChunk: false, cleared: weight);
                }

                break;
            case Linear linear:
                NodeWeights weights = _weights[node.Source];
                BufferSlot features = DenseInput(node.Input, layer);
                var product = new LinearWeightGradientKernel(features.Layout.Size, linear.OutFeatures, linear.Bias);
                var to = new List<Operand> { Operand.Of(features), Operand.Of(dy), Operand.In(Region.Gradients, weights.Weight.Packed) };
                if (weights.Bias is { } bias)
                {
                    to.Add(Operand.In(Region.Gradients, bias.Packed));
                }

                _stages.Add(new KernelCall(product, to, layer), isPerChunk: false);
                break;
        }
    }

    private void InputGradient(LoweredNode node)
    {
        string layer = node.Source.Label();
        BufferSlot dy = Gradient(node.Output);
        BufferSlot dx = Gradient(node.Input);
        BufferSlot x = Value(node.Input);
        BufferSlot y = Value(node.Output);
        switch (node.Operator)
        {
            case Conv2d conv:
                ConvInputGradient(conv, node, dy, dx);
                break;
            case Linear linear:
                LinearInputGradient(linear, node, dy, dx);
                break;
            case Pool2d pool:
                var kernel = new PoolGradientKernel(
                    pool.Kind, x.Layout, dx.Layout, y.Layout, dy.Layout, pool.Vertical, pool.Horizontal, pool.CountIncludePad, pool.Ties);
                Operand[] saved = pool.Kind == PoolKind.Average ? [] : [Operand.Of(x), Operand.Of(y)];
                Call(kernel, layer, [.. saved, Operand.Of(dy), Operand.Of(dx)]);
                break;
            case Activation activation:
                BufferSlot v = activation.HasGradientFromOutput() ? y : x;
                Call(new ActivationGradientKernel(activation, v.Layout, dy.Layout, dx.Layout), layer, Operand.Of(v), Operand.Of(dy), Operand.Of(dx));
                break;
            case Softmax softmax:
                bool overPixels = _graph.IsVector(node.Source.Inputs[0]);
                var gradient = new SoftmaxGradientKernel(softmax.Logarithmic, overPixels, y.Layout, dy.Layout, dx.Layout);
                Call(gradient, layer, Operand.Of(y), Operand.Of(dy), Operand.Of(dx));
                break;
            case Dropout dropout:
                Random(new DropoutKernel(dropout.Probability, dy.Layout, dx.Layout), node, dy, dx);
                break;
            case BorderPad pad:
                Call(new BorderPadGradientKernel(pad.Mode, dy.Layout, dx.Layout, pad.Border), layer, Operand.Of(dy), Operand.Of(dx));
                break;
            default:
                throw new InvalidOperationException($"No gradient for {node.Operator}.");
        }

        ClearHalo(dx, layer);
    }

    private void ConvInputGradient(Conv2d conv, LoweredNode node, BufferSlot dy, BufferSlot dx)
    {
        WeightSlot weight = _weights[node.Source].Weight;
        if (ConvLowering.LeavesInputsOut(conv, dx.Layout))
        {
            Call(new ClearKernel(dx.Layout.Size), node.Source.Label(), Operand.Of(dx));
        }

        foreach ((ConvKernel kernel, EquatableArray<int> taps) in ConvLowering.InputGradient(conv, weight.Panels!, dy.Layout, dx.Layout))
        {
            int transposed = _accumulation.Transpose(weight, taps, kernel.Widths, weight.Panels!.BlockOutChannels);
            Call(kernel, node.Source.Label(), Operand.Of(dy), Operand.In(Region.Transposed, transposed), Operand.Of(dx));
        }
    }

    /// <summary>dx = Wᵀ·dy as one run of elements; where dx has a halo it is copied into place.</summary>
    private void LinearInputGradient(Linear linear, LoweredNode node, BufferSlot dy, BufferSlot dx)
    {
        WeightSlot weight = _weights[node.Source].Weight;
        BufferSlot dense = dx.Layout.HasHalo ? new BufferSlot(dx.Name + "d", dx.Layout with { Halo = default }) : dx;
        int features = dense.Layout.Size;
        int transposed = _accumulation.TransposeLinear(weight, linear.OutFeatures);
        var kernel = new LinearBatchKernel("LinearInputGradient", linear.OutFeatures, features, false, null);
        Operand[] operands = [Operand.Of(dy), Operand.In(Region.Transposed, transposed), Operand.Of(dense)];
        _stages.Add(new KernelCall(kernel, operands, node.Source.Label()), StageBuilder.IsPerChunk(kernel));
        if (dense != dx)
        {
            Call(new ActivationKernel(null, dense.Layout, dx.Layout), node.Source.Label(), Operand.Of(dense), Operand.Of(dx));
        }
    }

    private Operand[] WeightOperands(LoweredNode node, BufferSlot x, BufferSlot y)
    {
        NodeWeights weights = _weights[node.Source];
        Operand weight = Operand.In(Region.Weights, weights.Weight.Packed);
        return weights.Bias is { } bias
            ? [Operand.Of(x), weight, Operand.In(Region.Weights, bias.Packed), Operand.Of(y)]
            : [Operand.Of(x), weight, Operand.Of(y)];
    }

    private void Random(Kernel kernel, LoweredNode node, BufferSlot x, BufferSlot y) =>
        _stages.Add(new KernelCall(kernel, [Operand.Of(x), Operand.Of(y)], node.Source.Label(), node.Source.Output), isPerChunk: true);

    private void ClearHalo(BufferSlot slot, string layer)
    {
        if (slot.Layout.HasHalo)
        {
            Call(new ClearHaloKernel(slot.Layout), layer, Operand.Of(slot));
        }
    }

    private void Call(Kernel kernel, string layer, params Operand[] operands) =>
        _stages.Add(new KernelCall(kernel, operands, layer), isPerChunk: true);

    private BufferSlot DenseInput(int value, string layer)
    {
        BufferSlot slot = Value(value);
        if (!slot.Layout.HasHalo)
        {
            return slot;
        }

        if (!_denseInputs.TryGetValue(value, out BufferSlot dense))
        {
            dense = new BufferSlot(slot.Name + "d", slot.Layout with { Halo = default });
            _denseInputs.Add(value, dense);
            Call(new ActivationKernel(null, slot.Layout, dense.Layout), layer, Operand.Of(slot), Operand.Of(dense));
        }

        return dense;
    }

    private BufferSlot Value(int value) => GetOrAdd(_values, value, () => new BufferSlot($"v{value}", _layouts[value]));

    private BufferSlot Gradient(int value) => GetOrAdd(_gradients, value, () => new BufferSlot($"d{value}", _gradientLayouts[value]));

    private static BufferSlot GetOrAdd(Dictionary<int, BufferSlot> slots, int key, Func<BufferSlot> create)
    {
        if (!slots.TryGetValue(key, out BufferSlot slot))
        {
            slot = create();
            slots.Add(key, slot);
        }

        return slot;
    }
}
