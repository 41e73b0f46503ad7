using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Members;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit;

/// <summary>
/// The nested class that runs batches forward and backward: one method per stage, for a chunk of samples or a unit of work.
/// </summary>
internal static class TrainingEmitter
{
    public static void Emit(CodeWriter writer, NetworkModel model, TrainingPlan plan)
    {
        TrainingStage[] stages = [.. plan.Forward, .. plan.Backward, .. plan.InputGradients];
        writer.Line("/// <summary>Elements of one sample's activations and gradients in training.</summary>");
        writer.Line($"private const int SampleStride = {plan.ArenaLength};\n");
        writer.Line("/// <summary>The forward and backward pass of a batch.</summary>");
        writer.Line(Marks.All);
        writer.Line("public sealed class Training(WeightStore weights, int batchSize, ThreadTeam team)");
        writer.Line("    : CompiledTrainingPass(");
        using (writer.Block(
            "        weights, Lengths, Partials(), ForwardPreparations(W.Count), BackwardPreparations(W.Count), Steps(), batchSize, team)"))
        {
            var profile = new ProfileEmitter(model.IsProfiled, stages.SelectMany(stage => stage.Calls), model.Names);
            var hooks = new CallHooks(new GuardEmitter(plan.Slots, plan.Zone), profile);
            hooks.EmitTables(writer);
            EmitTables(writer, model, plan);
            EmitNormOfOneValue(writer, model);
            EmitSequence(writer, "RunForward", plan, stages, plan.Forward, hooks);
            EmitSequence(writer, "RunBackward", plan, stages, plan.Backward, hooks);
            EmitSequence(writer, "RunInputGradients", plan, stages, plan.InputGradients, hooks);
            EmitStages(writer, stages);
            foreach (TrainingStage stage in stages)
            {
                writer.Line();
                if (stage.IsPerChunk)
                {
                    EmitChunkStage(writer, model, stage, hooks, FirstCall(stages, stage), StepsOf(plan, stage));
                }
                else
                {
                    EmitBatchStage(writer, model, stage);
                }
            }
        }
    }

    private static void EmitTables(CodeWriter writer, NetworkModel model, TrainingPlan plan)
    {
        writer.Line(
            $"private static readonly TrainingSizes Lengths = new TrainingSizes({model.Input.Shape.Length}, {model.OutputLength}, " +
            $"SampleStride, {plan.Preparations.Length}, {plan.PartialLength}, {plan.Shared.Length}, {plan.ScratchLength}, " +
            $"{plan.ImageSumLength}, {(plan.KeepsWeights ? "true" : "false")});\n");
        TableEmitter.Emit(
            writer, "PartialRegion", "Partials",
            plan.Partials.Select(partial => $"new({partial.Partial}, {partial.Parameter.Packed}, {partial.Length}),"));
        PreparationEmitter.Emit(writer, "ForwardPreparations", plan.Preparations.Forward);
        PreparationEmitter.Emit(writer, "BackwardPreparations", plan.Preparations.Backward);
        TableEmitter.Emit(writer, "BackwardStep", "Steps", plan.Steps.All.Select((step, i) =>
            $"new([{Code.Ints(step.Gradients)}], [{Code.Ints(step.Feeds)}], [{Code.Ints(step.Prepared)}]), // {i}: {step.Layer}"));
    }

    /// <summary>The steps of a stage's calls; null where the stage is not left out by parts, as it is in the forward pass.</summary>
    private static int[]? StepsOf(TrainingPlan plan, TrainingStage stage)
    {
        int first = plan.Backward.TakeWhile(before => before != stage).Sum(before => before.Calls.Count);
        return plan.Backward.Contains(stage) ? [.. stage.Calls.Select((_, i) => plan.Steps.Of(first + i))] : null;
    }

    /// <summary>A batch of one sample is refused where a batch norm would have nothing to take a variance of.</summary>
    private static void EmitNormOfOneValue(CodeWriter writer, NetworkModel model)
    {
        if (model.Graph.Nodes.FirstOrDefault(IsNormOfOneValue) is { } norm)
        {
            writer.Line($"public override string NormOfOneValue => \"{norm.Kind} '{norm.Name}'\";\n");
        }

        bool IsNormOfOneValue(Node node) =>
            node.Operator is BatchNorm2d && model.Graph.Values[node.Output].Shape is { Height: 1, Width: 1 };
    }

    private static void EmitSequence(
        CodeWriter writer, string method, TrainingPlan plan, TrainingStage[] all, IReadOnlyList<TrainingStage> stages, CallHooks hooks)
    {
        using (writer.Block($"protected override void {method}()"))
        {
            hooks.Begin(writer, isFirst: stages.Count > 0 && stages[0] == all[0]);
            foreach (TrainingStage stage in stages)
            {
                if (StepsOf(plan, stage) is { } steps)
                {
                    using (writer.Block($"if (Begins({string.Join(", ", new[] { steps[0], steps[steps.Length - 1] }.Distinct())}))"))
                    {
                        EmitRun(writer, all, stage, hooks);
                    }
                }
                else
                {
                    EmitRun(writer, all, stage, hooks);
                }
            }
        }

        writer.Line();
    }

    private static void EmitRun(CodeWriter writer, TrainingStage[] all, TrainingStage stage, CallHooks hooks)
    {
        if (stage.Cleared is { } weight)
        {
            writer.Line($"ClearGradients({weight.Packed}, {weight.PackedLength});");
        }

        int number = Array.IndexOf(all, stage);
        if (stage.IsPerChunk)
        {
            writer.Line($"RunChunks({number});");
            return;
        }

        hooks.Before(writer, FirstCall(all, stage), "ref Sample(0), Count, SampleStride");
        writer.Line($"RunUnits({number}, {Kernels.KernelEmitter.Units(stage.Calls[0].Kernel)});");
        hooks.After(writer, FirstCall(all, stage), "ref Sample(0), Count, SampleStride");
    }

    /// <summary>The number of a stage's first call among the calls of all stages.</summary>
    private static int FirstCall(TrainingStage[] all, TrainingStage stage) =>
        all.Take(Array.IndexOf(all, stage)).Sum(before => before.Calls.Count);

    private static void EmitStages(CodeWriter writer, TrainingStage[] stages)
    {
        using (writer.Block("protected override void RunStep(int step, int begin, int end)"))
        {
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                using (writer.Block("switch (step)"))
                {
                    for (int step = 0; step < stages.Length; step++)
                    {
                        writer.Line($"case {step}: {stages[step].Name}(unit); break;");
                    }
                }
            }
        }
    }

    /// <summary>Sample by sample through neighbouring kernels; a matrix product takes all samples of the chunk.</summary>
    private static void EmitChunkStage(
        CodeWriter writer, NetworkModel model, TrainingStage stage, CallHooks hooks, int firstCall, int[]? steps)
    {
        using (writer.Block($"private void {stage.Name}(int chunk)"))
        {
            EmitRegions(writer, stage);
            for (int i = 0; i < stage.Calls.Count;)
            {
                if (TakesRows(stage.Calls[i]))
                {
                    KernelCall call = stage.Calls[i];
                    string first = "FirstSample(chunk)";
                    string count = $"EndSample(chunk) - {first}";
                    using (writer.Block(Condition(steps, i)))
                    {
                        writer.Line($"ref float m = ref Sample({first});");
                        hooks.Before(writer, firstCall + i, $"ref m, {count}, SampleStride");
                        writer.Line(Invoke(model, call, first, $"{count}, 0, {Kernels.KernelEmitter.Units(call.Kernel)}"));
                        hooks.After(writer, firstCall + i, $"ref m, {count}, SampleStride");
                    }

                    i++;

                    continue;
                }

                using (writer.Block("for (int n = FirstSample(chunk); n < EndSample(chunk); n++)"))
                {
                    if (stage.Calls.Skip(i).TakeWhile(call => !TakesRows(call)).Any(UsesArena))
                    {
                        writer.Line("ref float m = ref Sample(n);");
                    }

                    while (i < stage.Calls.Count && !TakesRows(stage.Calls[i]))
                    {
                        string condition = Condition(steps, i);
                        int end = EndOfStep(stage, steps, i);
                        if (condition == "")
                        {
                            EmitCalls(i, end);
                        }
                        else
                        {
                            using (writer.Block(condition))
                            {
                                EmitCalls(i, end);
                            }
                        }

                        i = end;
                    }
                }
            }
        }

        void EmitCalls(int from, int end)
        {
            for (int i = from; i < end; i++)
            {
                hooks.Before(writer, firstCall + i, "ref m");
                writer.Line(Invoke(model, stage.Calls[i], "n", SampleRange(stage.Calls[i])));
                hooks.After(writer, firstCall + i, "ref m");
            }
        }
    }

    /// <summary>What a call that is not always needed stands behind. A stage of one step runs as a whole or not at all.</summary>
    private static string Condition(int[]? steps, int call) =>
        steps is null || steps[0] == steps[steps.Length - 1] ? "" : $"if (Needs({steps[call]}))";

    /// <summary>The first call behind those that run sample by sample and belong to the same step.</summary>
    private static int EndOfStep(TrainingStage stage, int[]? steps, int call)
    {
        int end = call;
        while (end < stage.Calls.Count && !TakesRows(stage.Calls[end]) && steps?[end] == steps?[call])
        {
            end++;
        }

        return end;
    }

    /// <summary>One unit of a kernel over all samples.</summary>
    private static void EmitBatchStage(CodeWriter writer, NetworkModel model, TrainingStage stage)
    {
        KernelCall call = stage.Calls[0];
        using (writer.Block($"private void {stage.Name}(int unit)"))
        {
            EmitRegions(writer, stage);
            if (TakesRows(call))
            {
                writer.Line("ref float m = ref Sample(0);");
                writer.Line(Invoke(model, call, "0", $"Count, unit, unit + 1{Statistics(model, call)}"));
                return;
            }

            using (writer.Block("for (int n = 0; n < Count; n++)"))
            {
                writer.Line("ref float m = ref Sample(n);");
                writer.Line(Invoke(model, call, "n", "unit, unit + 1"));
            }
        }
    }

    private static bool TakesRows(KernelCall call) => call.Kernel.Range.HasFlag(KernelRange.Rows);

    /// <summary>Whether a batch norm's running statistics are frozen, by their numbers among the parameters.</summary>
    private static string Statistics(NetworkModel model, KernelCall call)
    {
        if (!call.Kernel.Range.HasFlag(KernelRange.Statistics))
        {
            return "";
        }

        WeightPlan weights = model.Inference.Weights;
        Node node = model.Graph.Nodes.Single(node => node.Output == call.Value);
        int mean = Number("running_mean"), variance = Number("running_var");
        return $", IsFrozen({mean}) || IsFrozen({variance})";

        int Number(string name) => weights.Slots.ToList().IndexOf(weights.Get(node, name));
    }

    private static bool UsesArena(KernelCall call) => call.Operands.Any(operand => operand.Region == Region.Arena);

    private static string SampleRange(KernelCall call) => call.Kernel switch
    {
        RandomDropKernel drop => $"DropoutKey({call.Value}), (uint)({Code.Sum(("n", drop.Draws))})",
        { ScratchLength: > 0 } => $"0, 0, {Kernels.KernelEmitter.Units(call.Kernel)}",
        { Range: var range } when range.HasFlag(KernelRange.Units) => $"0, {Kernels.KernelEmitter.Units(call.Kernel)}",
        _ => "",
    };

    private static void EmitRegions(CodeWriter writer, TrainingStage stage)
    {
        HashSet<Region> regions = [.. stage.Calls.SelectMany(call => call.Operands).Select(operand => operand.Region)];
        if (regions.Contains(Region.Weights))
        {
            writer.Line("ref float w = ref Weights;");
        }

        if (regions.Contains(Region.KeptWeights))
        {
            writer.Line("ref float kept = ref KeptWeights;");
        }

        if (regions.Contains(Region.Prepared))
        {
            writer.Line("ref float p = ref Prepared;");
        }

        if (regions.Contains(Region.Gradients))
        {
            writer.Line("ref float dw = ref Gradients;");
        }

        if (regions.Contains(Region.Shared))
        {
            writer.Line("ref float shared = ref Shared;");
        }

        if (regions.Contains(Region.Scratch))
        {
            writer.Line("ref float scratch = ref Scratch(chunk);");
        }

        if (regions.Contains(Region.ImageSum))
        {
            writer.Line("ref float sum = ref ImageSum;");
        }

        if (regions.Contains(Region.Partials))
        {
            writer.Line("ref float partial = ref Partial(chunk);");
        }
    }

    private static string Invoke(NetworkModel model, KernelCall call, string sample, string range)
    {
        IEnumerable<string> operands = call.Operands.Select(operand => operand.Region switch
        {
            Region.Arena => Code.At("m", operand.Start),
            Region.Weights => Code.At("w", operand.Start),
            Region.KeptWeights => Code.At("kept", operand.Start),
            Region.Prepared => Code.At("p", operand.Start),
            Region.Gradients => Code.At("dw", operand.Start),
            Region.Partials => Code.At("partial", operand.Start),
            Region.Scratch => "ref scratch",
            Region.ImageSum => "ref sum",
            Region.Shared => Code.At("shared", operand.Start),
            Region.Input => Code.At("Inputs", $"{sample} * {model.Input.Shape.Length}"),
            Region.Output => Code.At("OutputsOrigin", Code.Sum((sample, model.OutputLength), ("", operand.Start))),
            Region.OutputGradients => Code.At("OutputGradientsOrigin", Code.Sum((sample, model.OutputLength), ("", operand.Start))),
            Region.InputGradients => Code.At("InputGradientsOrigin", $"{sample} * {model.Input.Shape.Length}"),
            _ => throw new InvalidOperationException($"No {operand.Region} in training."),
        });
        return Kernels.KernelEmitter.Call(model.Methods[model.Names[call.Kernel]], call, operands, range) + $" // {call.Layer}";
    }
}
