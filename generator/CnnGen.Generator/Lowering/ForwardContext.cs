using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>Where a forward lowering puts its calls, and what it may ask.</summary>
internal abstract class ForwardContext(LoweredGraph graph, IReadOnlyList<Layout> layouts, WeightPlan weights, bool isTraining)
{
    private readonly Dictionary<int, BufferSlot> _values = [];
    private readonly Dictionary<int, BufferSlot> _dense = [];
    private readonly Dictionary<int, BufferSlot> _scratch = [];

    public bool IsTraining { get; } = isTraining;

    public WeightPlan Weights { get; } = weights;

    /// <summary>Weights in other forms than the packed one.</summary>
    public PreparationPlan Preparations { get; } = new();

    /// <summary>What a training batch shares.</summary>
    public SharedPlan Shared { get; } = new();

    public LoweredGraph Graph { get; } = graph;

    /// <summary>The memory of a value.</summary>
    public BufferSlot Value(int value)
    {
        if (!_values.TryGetValue(value, out BufferSlot slot))
        {
            slot = Graph.Nodes.FirstOrDefault(node => node.Output == value)?.Place is { } place
                ? Value(place.Value).View($"v{value}", layouts[value], place.First)
                : new BufferSlot($"v{value}", layouts[value]);
            _values.Add(value, slot);
        }

        return slot;
    }

    /// <summary>A value as one run of elements; if it lies in a halo it is copied out.</summary>
    public BufferSlot Dense(LoweredNode node, int value)
    {
        BufferSlot slot = Value(value);
        if (!slot.Layout.HasHalo)
        {
            return slot;
        }

        if (!_dense.TryGetValue(value, out BufferSlot dense))
        {
            dense = new BufferSlot(slot.Name + "d", slot.Layout with { Halo = default });
            _dense.Add(value, dense);
            Call(node, new ActivationKernel(null, slot.Layout, dense.Layout), Operand.Of(slot), Operand.Of(dense));
        }

        return dense;
    }

    /// <summary>Memory of a sample that a node's kernel needs beside its output; the backward pass finds in it what forward left.</summary>
    public BufferSlot Scratch(LoweredNode node, int length)
    {
        if (!_scratch.TryGetValue(node.Output, out BufferSlot slot))
        {
            slot = BufferSlot.Vector($"s{node.Output}", length);
            _scratch.Add(node.Output, slot);
        }

        return slot;
    }

    /// <summary>The derivative of an operator may need whether a value was a vector before layouts were chosen.</summary>
    public bool IsVector(int value) => Graph.Values[value].IsVector;

    /// <summary>Working memory for one call.</summary>
    public abstract Operand WorkingMemory(int length);

    /// <summary>Zeros behind a value's channels. To be called by who leaves anything there.</summary>
    public void ClearTail(LoweredNode node, BufferSlot slot)
    {
        if (ClearTailKernel.IsNeeded(slot.Layout))
        {
            Call(node, new ClearTailKernel(slot.Layout), Operand.Of(slot));
        }
    }

    /// <summary>A call that runs sample by sample.</summary>
    public void Call(LoweredNode node, Kernel kernel, params Operand[] operands) =>
        Add(new KernelCall(kernel, operands, node.Source.Label(), node.Source.Output), isPerChunk: true, node);

    /// <summary>A call that takes the whole batch, unit by unit; in training only.</summary>
    public void BatchCall(LoweredNode node, Kernel kernel, params Operand[] operands) =>
        Add(new KernelCall(kernel, operands, node.Source.Label(), node.Source.Output), isPerChunk: false, node);

    /// <summary>
    /// The weight of a node and, if it has one, its bias; both with the normalisation or scale applied that was folded into the node.
    /// </summary>
    public IEnumerable<Operand> WeightAndBias(LoweredNode node)
    {
        if (node.Norm is not null)
        {
            WeightSlot convolution = Weights.Get(node.Source, "weight");
            NormPreparation norm = Preparations.Norm(node.Norm, Weights, convolution, Weights.Find(node.Source, "bias"));
            yield return Operand.In(Region.Prepared, norm.Offset);
            yield return Operand.In(Region.Prepared, norm.Bias);
            yield break;
        }

        yield return Operand.Of(Weights.Get(node.Source, "weight"));
        if (Weights.Find(node.Source, "bias") is { } bias)
        {
            yield return Operand.Of(bias);
        }
    }

    protected abstract void Add(KernelCall call, bool isPerChunk, LoweredNode node);
}
