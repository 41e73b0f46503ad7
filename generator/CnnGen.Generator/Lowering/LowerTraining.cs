using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// Network graph to training plan: forward kernels, then the gradients in reverse order. What only the gradient of the network's
/// input needs comes last, in stages of its own.
/// </summary>
internal static class LowerTraining
{
    /// <summary>The passes before kernels are selected, in order.</summary>
    public static LoweredGraph Passes(NetworkGraph graph, bool channelsLast)
    {
        LoweredGraph lowered = LoweredGraph.From(graph);
        lowered = FlattenInput.Run(lowered, channelsLast);
        lowered = ExplicitPadding.Run(lowered);
        lowered = SplitSubsampling.Run(lowered);
        lowered = RemoveIdentities.Run(lowered, training: true);
        return FuseActivations.Run(lowered, training: true);
    }

    public static TrainingPlan Run(
        NetworkGraph graph, WeightPlan weights, bool channelsLast, int zone = 0, CancellationToken cancellation = default)
    {
        LoweredGraph lowered = Passes(graph, channelsLast);
        NetworkOutput[] outputs = [.. NetworkOutput.Of(graph, lowered, channelsLast)];
        var stages = new StageBuilder();
        var forward = new TrainingContext(lowered, AssignLayouts.Values(lowered), weights, stages);
        IReadOnlyList<TrainingStage> forwardStages = Forward(lowered, forward, stages, outputs, channelsLast);
        var backward = new BackwardContext(forward, AssignLayouts.Gradients(lowered), stages);
        cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<TrainingStage> backwardStages = Backward(lowered, backward, stages, outputs);
        cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<TrainingStage> inputStages = InputGradients(lowered, backward, stages, channelsLast);
        return new TrainingPlan(
            forwardStages,
            backwardStages,
            inputStages,
            BackwardSteps.Find(backwardStages, inputStages, weights, backward.Accumulation.Partials, forward.Preparations),
            forward.Preparations,
            backward.Accumulation.Partials,
            stages.Slots,
            forward.Shared,
            forward.ScratchLength,
            backward.Accumulation.ImageSumLength,
            SampleStride(PlanMemory.Run(stages.Slots, zone)),
            zone);
    }

    private static IReadOnlyList<TrainingStage> Forward(
        LoweredGraph graph, TrainingContext context, StageBuilder stages, NetworkOutput[] outputs, bool channelsLast)
    {
        BufferSlot input = context.Value(LoweredGraph.Input);
        var load = new LoadKernel(input.Layout, channelsLast);
        stages.Add(new KernelCall(load, [Operand.In(Region.Input), Operand.Of(input)], "input"), isPerChunk: true);
        foreach (LoweredNode node in graph.Nodes)
        {
            OperatorLowerings.Of(node.Operator).Forward(context, node);
            if (context.Value(node.Output) is { Layout.HasHalo: true } y)
            {
                context.Call(node, new ClearHaloKernel(y.Layout), Operand.Of(y));
            }
        }

        foreach (NetworkOutput output in outputs)
        {
            BufferSlot y = context.Value(output.Value);
            var store = new StoreKernel(y.Layout, output.ChannelsLast);
            stages.Add(new KernelCall(store, [Operand.Of(y), Operand.In(Region.Output, output.Offset)], "output"), isPerChunk: true);
        }

        return stages.Take("Forward");
    }

    private static IReadOnlyList<TrainingStage> Backward(
        LoweredGraph graph, BackwardContext context, StageBuilder stages, NetworkOutput[] outputs)
    {
        foreach (NetworkOutput output in outputs)
        {
            BufferSlot dy = context.OutputTarget(output.Value);
            var load = new LoadKernel(dy.Layout, output.ChannelsLast);
            Operand from = Operand.In(Region.OutputGradients, output.Offset);
            stages.Add(new KernelCall(load, [from, Operand.Of(dy)], "output"), isPerChunk: true);
            context.AddPending("output");
        }

        bool[] depends = DependOnParameters(graph);
        foreach (LoweredNode node in graph.Nodes.Reverse().Where(node => depends[node.Output] && context.HasGradient(node.Output)))
        {
            OperatorLowerings.Of(node.Operator).ParameterGradient(context, node);
            context.InputGradient(node, value => depends[value]);
        }

        return stages.Take("Backward");
    }

    /// <summary>These stages may run when the parameters have been updated already.</summary>
    private static IReadOnlyList<TrainingStage> InputGradients(
        LoweredGraph graph, BackwardContext context, StageBuilder stages, bool channelsLast)
    {
        bool[] depends = DependOnParameters(graph);
        foreach (LoweredNode node in graph.Nodes.Reverse().Where(node => context.HasGradient(node.Output)))
        {
            if (!depends[node.Output])
            {
                OperatorLowerings.Of(node.Operator).ParameterGradient(context, node);
            }

            context.InputGradient(node, value => !depends[value]);
        }

        BufferSlot dx = context.Gradient(LoweredGraph.Input);
        var store = new StoreKernel(dx.Layout, channelsLast);
        stages.Add(new KernelCall(store, [Operand.Of(dx), Operand.In(Region.InputGradients)], "input"), isPerChunk: true);
        return [.. stages.Take("InputGradients").Select(stage => stage with { Calls = [.. stage.Calls.Select(call => call.Kept)] })];
    }

    /// <summary>For each value whether some parameter has an influence on it.</summary>
    private static bool[] DependOnParameters(LoweredGraph graph)
    {
        var depends = new bool[graph.Values.Count];
        foreach (LoweredNode node in graph.Nodes)
        {
            bool hasParameters = node.OwnsParameters && node.Source.Parameters.Any(parameter => parameter.IsTrainable);
            depends[node.Output] = hasParameters || node.Inputs.Any(input => depends[input]);
        }

        return depends;
    }

    /// <summary>Samples must not fall on the same cache sets: the stride in bytes is 320 more than a multiple of 4096.</summary>
    private static int SampleStride(int length) => checked((length + 1023 - 80) / 1024 * 1024 + 80);
}
