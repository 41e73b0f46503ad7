using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Members;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit;

/// <summary>The nested class that runs one sample: kernel calls in order, each with its tensors' places in the arena.</summary>
internal static class InferenceEmitter
{
    public static void Emit(CodeWriter writer, NetworkModel model)
    {
        InferencePlan plan = model.Inference;
        KernelCall[] split = [.. plan.Calls.Where(IsSplit)];
        EmitArenaMap(writer, plan);
        string sizes = $"{model.Input.Shape.Length}, {model.OutputLength}, {plan.ArenaLength}";
        int unitScratch = split.Select(call => call.Kernel.Units * call.Kernel.ScratchLength).DefaultIfEmpty(0).Max();
        sizes += unitScratch > 0 ? $", {unitScratch}" : "";
        string header = $"public sealed class Inference(WeightStore weights) : InferencePass(weights, {sizes})";
        writer.Line(Marks.All);
        using (writer.Block(header))
        {
            var profile = new ProfileEmitter(model.IsProfiled, plan.Calls, model.Names);
            var hooks = new CallHooks(new GuardEmitter(plan.Slots, plan.Zone), profile);
            hooks.EmitTables(writer);
            writer.Line("public override InferencePass Fork() => new Inference(Weights);\n");
            if (split.Length > 0)
            {
                EmitSteps(writer, model, split);
                writer.Line();
            }

            using (writer.Block("protected override void Execute(ref float input, ref float output, ref float w)"))
            {
                writer.Line(Prepares(plan) ? "ref float m = ref Arena, p = ref PreparedWeights;" : "ref float m = ref Arena;");
                hooks.Begin(writer);
                for (int i = 0; i < plan.Calls.Count; i++)
                {
                    KernelCall call = plan.Calls[i];
                    hooks.Before(writer, i, "ref m");
                    EmitCall(writer, model, call, Array.IndexOf(split, call));
                    hooks.After(writer, i, "ref m");
                }
            }
        }
    }

    private static bool Prepares(InferencePlan plan) => plan.Preparations.Length > 0;

    private static bool IsSplit(KernelCall call) => call.Kernel.IsWorthSplitting && call.Kernel.HasUnits;

    private static void EmitArenaMap(CodeWriter writer, InferencePlan plan)
    {
        writer.Line($"// Arena, {plan.ArenaLength} elements:");
        foreach (BufferSlot slot in plan.Slots.OrderBy(slot => slot.FirstUse))
        {
            writer.Line($"//   {slot.Offset,8} + {slot.Size,-8} {slot.Layout}, calls {slot.FirstUse} to {slot.LastUse}");
        }

        writer.Line("/// <summary>The forward pass of one sample.</summary>");
    }

    private static void EmitCall(CodeWriter writer, NetworkModel model, KernelCall call, int step)
    {
        string comment = $" // {call.Layer}";
        if (step < 0)
        {
            writer.Line(Invoke(model, call, AllUnits(call.Kernel)) + comment);
            return;
        }

        using (writer.Block("if (Team is null)"))
        {
            writer.Line(Invoke(model, call, AllUnits(call.Kernel)) + comment);
        }

        using (writer.Block("else"))
        {
            writer.Line($"Team.Run(this, {step}, {Kernels.KernelEmitter.Units(call.Kernel)});");
        }
    }

    /// <summary>The steps that threads share.</summary>
    private static void EmitSteps(CodeWriter writer, NetworkModel model, KernelCall[] split)
    {
        using (writer.Block("public override void Run(int step, int begin, int end)"))
        {
            string prepared = Prepares(model.Inference) ? ", p = ref PreparedWeights" : "";
            writer.Line($"ref float m = ref Arena, w = ref PackedWeights{prepared};");
            using (writer.Block("switch (step)"))
            {
                for (int step = 0; step < split.Length; step++)
                {
                    writer.Line($"case {step}: {InvokeUnits(model, split[step])} break; // {split[step].Layer}");
                }
            }
        }
    }

    private static string AllUnits(Kernel kernel) =>
        kernel.Range.HasFlag(KernelRange.Units) ? $"{(kernel.ScratchLength > 0 ? "0, " : "")}0, {Kernels.KernelEmitter.Units(kernel)}" : "";

    /// <summary>Some units of a call, on one of several threads: each unit has working memory of its own.</summary>
    private static string InvokeUnits(NetworkModel model, KernelCall call) => call.Kernel.ScratchLength == 0
        ? Invoke(model, call, "begin, end")
        : Invoke(
            model,
            call with { Operands = [.. call.Operands.Take(call.Operands.Count - 1), Operand.In(Region.Scratch)] },
            $"{call.Kernel.ScratchLength}, begin, end");

    private static string Invoke(NetworkModel model, KernelCall call, string range)
    {
        IEnumerable<string> operands = call.Operands.Select(operand => operand.Region switch
        {
            Region.Arena => Code.At("m", operand.Start),
            Region.Weights => Code.At("w", operand.Start),
            Region.Prepared => Code.At("p", operand.Start),
            Region.Scratch => "ref UnitScratch",
            Region.Input => "ref input",
            Region.Output => Code.At("output", operand.Start),
            _ => throw new InvalidOperationException($"No {operand.Region} in inference."),
        });
        return Kernels.KernelEmitter.Call(model.Methods[model.Names[call.Kernel]], call, operands, range);
    }
}
