using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Emit;

/// <summary>What is known of the network at compile time: the tables of layers and parameters, their packing, their first values.</summary>
internal static class FactsEmitter
{
    public static void Emit(CodeWriter writer, NetworkModel model)
    {
        EmitInfo(writer, model);
        EmitPacking(writer, model);
        writer.Line("/// <summary>Parameters, all zero.</summary>");
        using (writer.Block("public static WeightStore NewWeights(int seed = 0)"))
        {
            PreparationPlan plan = model.Inference.Preparations;
            string prepared = plan.Length > 0 ? $"new PreparedWeights({plan.Length}, Preparations(width.Lanes))" : "null";
            writer.Line($"VectorWidth width = VectorWidth.Current;\nreturn new WeightStore(Packing(width.Lanes), {prepared}, seed, width);");
        }

        writer.Line();
        if (model.Inference.Preparations.Length > 0)
        {
            writer.Line("/// <summary>Weights prepared for inference: normalisations and scales folded in, or transformed.</summary>");
            PreparationEmitter.Emit(writer, "Preparations", model.Inference.Preparations.Forward);
        }

        EmitInitialisation(writer, model);
    }

    private static void EmitInitialisation(CodeWriter writer, NetworkModel model)
    {
        IReadOnlyList<WeightSlot> slots = model.Inference.Weights.Slots;
        writer.Line("/// <summary>New parameters, initialised as PyTorch does.</summary>");
        using (writer.Block("public static WeightStore Initialise(int seed)"))
        {
            writer.Line("WeightStore weights = NewWeights(seed);\nfloat[] values = new float[weights.Layout.Length];");
            if (NeedsRandom(slots))
            {
                writer.Line("var random = new RandomSource(seed);");
            }

            WeightSlot[][] parts = [.. TableEmitter.Parts(slots)];
            for (int i = 0; i < parts.Length; i++)
            {
                writer.Line($"Initialise{i}(values{(NeedsRandom(parts[i]) ? ", ref random" : "")});");
            }

            writer.Line("weights.Assign(values);\nreturn weights;");
        }

        EmitFirstValues(writer, slots);
    }

    private static void EmitFirstValues(CodeWriter writer, IReadOnlyList<WeightSlot> slots)
    {
        WeightSlot[][] parts = [.. TableEmitter.Parts(slots)];
        for (int i = 0; i < parts.Length; i++)
        {
            string random = NeedsRandom(parts[i]) ? ", ref RandomSource random" : "";
            writer.Line();
            using (writer.Block($"private static void Initialise{i}(Span<float> values{random})"))
            {
                foreach (WeightSlot slot in parts[i])
                {
                    string span = $"values.Slice({slot.Source}, {slot.Length})";
                    ParameterInit init = slot.Parameter.Init;
                    writer.Line(init.Kind == InitKind.Uniform
                        ? $"random.FillUniform({span}, {Code.Float(init.Value)}); // {slot.Parameter.Name}"
                        : $"{span}.Fill({Code.Float(init.Value)}); // {slot.Parameter.Name}");
                }
            }
        }
    }

    private static bool NeedsRandom(IEnumerable<WeightSlot> slots) => slots.Any(slot => slot.Parameter.Init.Kind == InitKind.Uniform);

    private static void EmitInfo(CodeWriter writer, NetworkModel model)
    {
        writer.Line("/// <summary>Layers, parameters, inputs and outputs.</summary>");
        writer.Line("public static readonly global::CnnGen.NetworkInfo Info = new global::CnnGen.NetworkInfo(");
        writer.Line($"    \"{model.Spec.Name.TrimStart('@')}\",");
        writer.Line($"    [{Tensor(model, "input", model.Input)}],");
        writer.Line($"    [{string.Join(", ", model.Outputs.Select(output => Tensor(model, output.Name ?? "output", output)))}],");
        writer.Line("    [.. Layers()],\n    [.. Parameters()])\n{\n    ArenaSource = Slots,\n};\n");
        TableEmitter.Emit(writer, "global::CnnGen.LayerInfo", "Layers", model.Graph.Nodes.Select((node, i) => $"{Layer(model, node, i)},"));
        TableEmitter.Emit(writer, "global::CnnGen.BufferInfo", "Slots", model.Inference.Slots.OrderBy(slot => slot.FirstUse).Select(slot =>
            $"new(\"{slot.Name}\", {slot.Offset}, {slot.Size}, {slot.FirstUse}, {slot.LastUse}),"));
        TableEmitter.Emit(writer, "global::CnnGen.ParameterInfo", "Parameters", model.Inference.Weights.Slots.Select(slot =>
        {
            string trainable = slot.Parameter.IsTrainable ? "true" : "false";
            return $"new(\"{slot.Parameter.Name}\", [{Code.Ints(slot.Parameter.Shape)}], {slot.Source}, {slot.Length}, {trainable}),";
        }));
    }

    private static string Layer(NetworkModel model, Node node, int index)
    {
        string shape = NetworkModel.ShapeList(model.Graph.Values[node.Output].Shape);
        var options = new OptionText();
        node.Operator.Describe(options);
        int[] from = [.. node.Inputs.Select(model.LayerOf)];
        string more = string.Join(", ", new[]
        {
            from is [var only] && only == index - 1 ? "" : $"From = [{Code.Ints(from)}]",
            options.ToString() is { Length: > 0 } text ? $"Options = \"{text}\"" : "",
        }.Where(part => part.Length > 0));
        return $"new(\"{node.Name}\", \"{node.Kind}\", [{shape}], {NetworkModel.Trainable(node)}, {node.MultiplyAdds}, " +
            $"{node.ReceptiveField}, \"{model.KernelOf(node)}\"){(more.Length > 0 ? $" {{ {more} }}" : "")}";
    }

    private static string Tensor(NetworkModel model, string name, Value value)
    {
        Shape shape = value.Shape;
        bool isChannelsLast = model.Spec.Layout == TensorLayout.ChannelsLast && !shape.IsVector;
        string[] more =
        [
            .. isChannelsLast ? ["Layout = global::CnnGen.TensorLayout.ChannelsLast"] : Array.Empty<string>(),
            .. model.Source(value) is { } kind
                ? [$"Kind = \"{kind}\"", $"Layer = {Code.Int(model.LayerOf(value.Id))}"]
                : Array.Empty<string>(),
        ];
        return $"new global::CnnGen.TensorInfo(\"{name}\", [{NetworkModel.ShapeList(shape)}], {shape.Length})" +
            (more.Length > 0 ? $" {{ {string.Join(", ", more)} }}" : "");
    }

    private static void EmitPacking(CodeWriter writer, NetworkModel model)
    {
        WeightPlan weights = model.Inference.Weights;
        writer.Line("/// <summary>How the parameters are packed for the kernels.</summary>");
        string sizes = $"{weights.Length}, {weights.PackedLength}, {weights.TrainableLength}";
        writer.Line($"private static WeightLayout Packing(int lanes) => new WeightLayout({sizes}, Entries(lanes));\n");
        TableEmitter.Emit(writer, "WeightEntry", "Entries", weights.Slots.Select(slot =>
        {
            string panels = slot.Panels is null ? "" : $", {Panels(slot.Panels)}";
            return $"new({slot.Source}, {slot.Packed}, {slot.Length}{panels}), // {slot.Parameter.Name}";
        }), takesLanes: true);
    }

    /// <summary>The runtime's description of a packed weight tensor.</summary>
    public static string Panels(PanelSpec p) =>
        $"new PanelLayout({p.OutChannels}, {p.InChannels}, {p.KernelHeight}, {p.KernelWidth}, " +
        $"{p.Groups}, {p.Blocks}, {p.InStride}, lanes" +
        (p.Flipped ? ", Flipped: true" : "") + (p.InputMasks.Count > 0 ? $", InputMasks: [{Code.Ints(p.InputMasks)}]" : "") +
        (p.TapOrder.Count > 0 ? $", TapOrder: [{Code.Ints(p.TapOrder)}]" : "") + (p.InputsFirst ? ", InputsFirst: true" : "") + (p.IsPerChannel ? ", IsPerChannel: true" : "") + ")";
}
