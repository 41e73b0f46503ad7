using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>Network graph to inference plan: the passes in order, then each operator's kernels.</summary>
internal static class LowerInference
{
    /// <summary>The passes before kernels are selected, in order.</summary>
    public static LoweredGraph Passes(NetworkGraph graph, bool channelsLast)
    {
        LoweredGraph lowered = LoweredGraph.From(graph);
        lowered = FlattenInput.Run(lowered, channelsLast);
        lowered = ExplicitPadding.Run(lowered);
        lowered = SplitSubsampling.Run(lowered);
        lowered = RemoveIdentities.Run(lowered, training: false);
        lowered = FoldIntoConvolution.Run(lowered);
        lowered = FuseResiduals.Run(lowered);
        lowered = FuseActivations.Run(lowered, training: false);
        return PlaceInConcat.Run(lowered);
    }

    public static InferencePlan Run(
        NetworkGraph graph, bool channelsLast, int zone = 0, CancellationToken cancellation = default)
    {
        LoweredGraph lowered = Passes(graph, channelsLast);
        IReadOnlyList<Layout> layouts = AssignLayouts.Values(lowered);
        WeightPlan weights = PlanWeights.Run(graph, lowered, layouts);
        var context = new InferenceContext(lowered, layouts, weights);
        BufferSlot input = context.Value(LoweredGraph.Input);
        context.Add(new KernelCall(new LoadKernel(input.Layout, channelsLast), [Operand.In(Region.Input), Operand.Of(input)], "input"));
        foreach (LoweredNode node in lowered.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            OperatorLowerings.Of(node.Operator).Forward(context, node);
            if (node.Place is null && context.Value(node.Output) is { Layout.HasHalo: true } y)
            {
                context.Call(node, new ClearHaloKernel(y.Layout), Operand.Of(y));
            }
        }

        foreach (NetworkOutput output in NetworkOutput.Of(graph, lowered, channelsLast))
        {
            BufferSlot y = context.Value(output.Value);
            var store = new StoreKernel(y.Layout, output.ChannelsLast);
            context.Add(new KernelCall(store, [Operand.Of(y), Operand.In(Region.Output, output.Offset)], "output"));
        }

        int length = PlanMemory.Run(context.Slots, zone);
        return new InferencePlan(context.Calls, context.Slots, length, weights, context.Preparations, context.KernelOfNode, zone);
    }

    /// <summary>Calls in one list; every slot lives from its first to its last call.</summary>
    private sealed class InferenceContext(LoweredGraph graph, IReadOnlyList<Layout> layouts, WeightPlan weights)
        : ForwardContext(graph, layouts, weights, isTraining: false)
    {
        private readonly List<KernelCall> _calls = [];
        private readonly List<BufferSlot> _slots = [];
        private readonly Dictionary<int, string> _kernelOfNode = [];

        public IReadOnlyList<KernelCall> Calls => _calls;

        public IReadOnlyList<BufferSlot> Slots => _slots;

        public IReadOnlyDictionary<int, string> KernelOfNode => _kernelOfNode;

        public override Operand WorkingMemory(int length) => Operand.Of(BufferSlot.Vector("memory", length));

        public void Add(KernelCall call)
        {
            foreach (BufferSlot slot in call.Operands.Select(operand => operand.Slot?.Whole).OfType<BufferSlot>())
            {
                if (slot.LastUse < 0)
                {
                    _slots.Add(slot);
                }

                slot.Touch(_calls.Count);
            }

            _calls.Add(call);
        }

        protected override void Add(KernelCall call, bool isPerChunk, LoweredNode node)
        {
            Add(call);
            if (call.Kernel is not (ClearHaloKernel or ClearTailKernel or ActivationKernel { Activation: null }))
            {
                _kernelOfNode[node.Source.Output] = call.Kernel.Name;
            }
        }
    }
}
