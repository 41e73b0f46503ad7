using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// Where a backward lowering puts its calls. Gradients of a value that several nodes read are added up: the first contribution
/// is written in place, later ones beside it and added.
/// </summary>
internal sealed class BackwardContext(TrainingContext forward, IReadOnlyList<Layout> layouts, StageBuilder stages)
{
    private readonly Dictionary<int, BufferSlot> _gradients = [];
    private readonly HashSet<int> _written = [];
    private readonly List<(BufferSlot From, BufferSlot To)> _pending = [];
    private readonly HashSet<int> _visited = [];
    private Func<int, bool> _isWanted = _ => true;

    public TrainingContext Saved { get; } = forward;

    public GradientAccumulation Accumulation { get; } = new();

    public WeightPlan Weights => Saved.Weights;

    /// <summary>The gradient of a value.</summary>
    public BufferSlot Gradient(int value)
    {
        if (!_gradients.TryGetValue(value, out BufferSlot slot))
        {
            slot = new BufferSlot($"d{value}", layouts[value]) { Layer = Saved.Graph.Label(value) };
            _gradients.Add(value, slot);
        }

        return slot;
    }

    public bool HasGradient(int value) => _written.Contains(value);

    /// <summary>A node may be visited twice: for its parameters, and for the network's input. True the first time.</summary>
    public bool FirstVisit(LoweredNode node) => _visited.Add(node.Output);

    /// <summary>Where the gradient of an input goes; null if no one needs it. To be called once per input.</summary>
    public BufferSlot? Target(LoweredNode node, int inputIndex = 0) => Target(node.Inputs[inputIndex]);

    /// <summary>The gradient of one of the network's outputs, which the loss provides; two outputs may be one value.</summary>
    public BufferSlot OutputTarget(int value) => Contribute(value);

    /// <summary>Lowers the input gradients of a node, those that <paramref name="isWanted"/> selects.</summary>
    public void InputGradient(LoweredNode node, Func<int, bool> isWanted)
    {
        _isWanted = isWanted;
        Operators.OperatorLowerings.Of(node.Operator).InputGradient(this, node);
        AddPending(node.Source.Label());
    }

    /// <summary>The derivative of an activation that was fused into a node, applied to the node's gradient in place.</summary>
    public void ActivationGradient(LoweredNode node)
    {
        if (node.Activation is { } activation)
        {
            BufferSlot y = Saved.Value(node.Output);
            BufferSlot dy = Gradient(node.Output);
            Call(node, new OutputGradientKernel(activation, y.Layout, dy.Layout, HasBias: false), Operand.Of(y), Operand.Of(dy));
        }
    }

    /// <summary>The same, and the gradient of the node's bias if it has one.</summary>
    public void OutputGradient(LoweredNode node)
    {
        if (Weights.Find(node.Source, "bias") is not { } bias)
        {
            ActivationGradient(node);
            return;
        }

        BufferSlot y = Saved.Value(node.Output);
        BufferSlot dy = Gradient(node.Output);
        Operand[] saved = node.Activation is null ? [] : [Operand.Of(y)];
        var kernel = new OutputGradientKernel(node.Activation, y.Layout, dy.Layout, HasBias: true);
        Call(node, kernel, [.. saved, Operand.Of(dy), PartialOf(bias)]);
    }

    /// <summary>Adds contributions that had to be written aside.</summary>
    public void AddPending(string layer)
    {
        foreach ((BufferSlot from, BufferSlot to) in _pending)
        {
            var sum = new AccumulateKernel(from.Layout);
            stages.Add(new KernelCall(sum, [Operand.Of(from), Operand.Of(to)], layer), isPerChunk: true);
        }

        _pending.Clear();
    }

    public void Call(LoweredNode node, Kernel kernel, params Operand[] operands) =>
        stages.Add(new KernelCall(kernel, operands, node.Source.Label(), node.Source.Output), isPerChunk: true);

    public void BatchCall(LoweredNode node, Kernel kernel, params Operand[] operands) =>
        stages.Add(new KernelCall(kernel, operands, node.Source.Label(), node.Source.Output), isPerChunk: false);

    /// <summary>A parameter's gradient that each chunk sums up for itself; zero at first.</summary>
    public Operand PartialOf(WeightSlot parameter) => Operand.In(Region.Partials, Accumulation.Partial(parameter));

    /// <summary>Memory of one call for so many sums per channel.</summary>
    public static Operand Sums(int count, Layout layout) => Operand.Of(BufferSlot.Vector("sums", checked(count * layout.ChannelStride)));

    /// <summary>The gradient of a weight that calls add to: each chunk's own if it is small, else the batch's.</summary>
    public Operand AccumulatedGradient(WeightSlot weight) =>
        GradientAccumulation.IsPerChunk(weight) ? PartialOf(weight) : Operand.GradientOf(weight);

    /// <summary>A call that adds to the <see cref="AccumulatedGradient"/> of a weight.</summary>
    /// <param name="node">For whom.</param>
    /// <param name="kernel">Its operands are those given, then perhaps a sum, then the gradient.</param>
    /// <param name="weight">The parameter.</param>
    /// <param name="operands">What the kernel reads.</param>
    /// <param name="gradient">The gradient, or a part of it.</param>
    /// <param name="hasImageSum">Whether the kernel sums up an image in memory beside the gradient.</param>
    /// <param name="isFirst">Whether no call before adds to it: then the batch's gradient is cleared.</param>
    public void WeightGradient(
        LoweredNode node, Kernel kernel, WeightSlot weight, Operand[] operands, Operand gradient, bool hasImageSum = false,
        bool isFirst = true)
    {
        bool isPerChunk = GradientAccumulation.IsPerChunk(weight);
        Operand[] sum = !hasImageSum ? []
            : isPerChunk ? [Saved.WorkingMemory(weight.PackedLength)]
            : [Accumulation.ImageSum(weight)];
        var call = new KernelCall(kernel, [.. operands, .. sum, gradient], node.Source.Label(), node.Source.Output);
        stages.Add(call, isPerChunk, isFirst && !isPerChunk ? weight : null);
    }

    /// <summary>Zeros around a gradient, if its layout has a halo. To be called by who writes the gradient.</summary>
    public void ClearHalo(LoweredNode node, BufferSlot slot)
    {
        if (slot.Layout.HasHalo)
        {
            Call(node, new ClearHaloKernel(slot.Layout), Operand.Of(slot));
        }
    }

    /// <summary>Zeros behind a gradient's channels. To be called by who leaves anything there.</summary>
    public void ClearTail(LoweredNode node, BufferSlot slot)
    {
        if (ClearTailKernel.IsNeeded(slot.Layout))
        {
            Call(node, new ClearTailKernel(slot.Layout), Operand.Of(slot));
        }
    }

    /// <summary>A gradient's elements as one run: the gradient itself, or a slot beside it where it has a halo.</summary>
    public static BufferSlot Dense(BufferSlot dx) =>
        dx.Layout.HasHalo ? new BufferSlot(dx.Name + "d", dx.Layout with { Halo = default }) { Layer = dx.Layer } : dx;

    /// <summary>Copies what was written into a slot beside the gradient into place.</summary>
    public void FromDense(LoweredNode node, BufferSlot dense, BufferSlot dx)
    {
        if (dense != dx)
        {
            Call(node, new ActivationKernel(null, dense.Layout, dx.Layout), Operand.Of(dense), Operand.Of(dx));
            ClearHalo(node, dx);
        }
    }

    /// <summary>The weights of a layer over all features, exchanged: <c>[panel of features][output][lane]</c>.</summary>
    public Operand TransposedFeatures(WeightSlot weight)
    {
        PanelSpec panels = weight.Panels!;
        int features = panels.Taps * panels.InStride;
        PanelSpec asOneTap = panels with { InChannels = features, InStride = features, KernelHeight = 1, KernelWidth = 1 };
        return Saved.Preparations.Transpose(weight, asOneTap, new([0]));
    }

    private BufferSlot? Target(int value) => _isWanted(value) ? Contribute(value) : null;

    private BufferSlot Contribute(int value)
    {
        BufferSlot gradient = Gradient(value);
        if (_written.Add(value))
        {
            return gradient;
        }

        var aside = new BufferSlot($"{gradient.Name}+{_pending.Count}", gradient.Layout) { Layer = gradient.Layer };
        _pending.Add((aside, gradient));
        return aside;
    }
}
