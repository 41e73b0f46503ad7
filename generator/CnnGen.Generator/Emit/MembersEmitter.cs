using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit;

/// <summary>Constants, constructors and the public members, which lead to the passes.</summary>
internal static class MembersEmitter
{
    public static void Emit(CodeWriter writer, NetworkModel model)
    {
        EmitConstants(writer, model);
        EmitConstructors(writer, model);
        EmitMembers(writer, model);
        EmitInfo(writer, model);
        EmitPacking(writer, model);
    }

    private static void EmitConstants(CodeWriter writer, NetworkModel model)
    {
        writer.Line(
            $$"""
            /// <summary>Elements of one input sample, {{model.Input.Shape}}.</summary>
            public const int InputLength = {{model.Input.Shape.Length}};

            /// <summary>Elements of one sample's output, {{model.Output.Shape}}.</summary>
            public const int OutputLength = {{model.Output.Shape.Length}};

            /// <summary>Trainable parameters.</summary>
            public const int ParameterCount = {{model.ParameterCount}};

            /// <summary>Multiply-adds of convolutions and linear layers for one sample.</summary>
            public const long MultiplyAdds = {{model.MultiplyAdds}};

            /// <summary>Working memory of <see cref="Predict"/> on one thread.</summary>
            public const long ArenaBytes = {{model.ArenaBytes}};

            private readonly CompiledInference _inference;

            """);
    }

    private static void EmitConstructors(CodeWriter writer, NetworkModel model)
    {
        string name = model.Spec.Name;
        writer.Line(
            $$"""
            /// <summary>Parameters initialised as PyTorch does, from a random seed.</summary>
            public {{name}}()
                : this(Random.Shared.Next())
            {
            }

            /// <summary>Parameters initialised as PyTorch does; the same seed gives the same bits everywhere.</summary>
            public {{name}}(int seed)
                : this(new WeightStore(WeightPacking))
            {
            """);
        writer.Line("    Span<float> values = _inference.Weights.Values;");
        IReadOnlyList<WeightSlot> slots = model.Inference.Weights.Slots;
        if (slots.Any(slot => slot.Parameter.Init.Kind == InitKind.Uniform))
        {
            writer.Line("    var random = new RandomSource(seed);");
        }

        foreach (WeightSlot slot in slots)
        {
            string span = $"values.Slice({slot.Source}, {slot.Length})";
            ParameterInit init = slot.Parameter.Init;
            writer.Line(init.Kind == InitKind.Uniform
                ? $"    random.FillUniform({span}, {Code.Float(init.Value)}); // {slot.Parameter.Name}"
                : $"    {span}.Fill({Code.Float(init.Value)}); // {slot.Parameter.Name}");
        }

        if (slots.Any(slot => slot.Panels is { InputMasks.Count: > 0 }))
        {
            writer.Line("    _inference.Weights.ClearMissingConnections();");
        }

        writer.Line(
            $$"""
            }

            private {{name}}(WeightStore weights) => _inference = new CompiledInference(weights);

            """);
    }

    private static void EmitMembers(CodeWriter writer, NetworkModel model)
    {
        string name = model.Spec.Name;
        writer.Line(
            $$"""
            /// <inheritdoc/>
            public Span<float> Parameters => _inference.Weights.Values;

            /// <inheritdoc/>
            public int Threads
            {
                get => _inference.Threads;
                set => _inference.Threads = value;
            }

            /// <summary>Reads the parameters from a safetensors file with PyTorch's names and shapes.</summary>
            public static {{name}} Load(string path)
            {
                var weights = new WeightStore(WeightPacking);
                Safetensors.Load(path, Info.Parameters, weights.Values);
                return new {{name}}(weights);
            }

            /// <summary>Reads the parameters from a stream in the safetensors format.</summary>
            public static {{name}} Load(global::System.IO.Stream stream)
            {
                var weights = new WeightStore(WeightPacking);
                Safetensors.Load(stream, Info.Parameters, weights.Values);
                return new {{name}}(weights);
            }

            /// <inheritdoc/>
            public void Save(string path) => Safetensors.Save(path, Info.Parameters, _inference.Weights.ReadOnlyValues);

            /// <inheritdoc/>
            public void Predict(ReadOnlySpan<float> input, Span<float> output) => _inference.Predict(input, output);

            /// <inheritdoc/>
            public void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => _inference.PredictBatch(inputs, outputs);

            /// <inheritdoc/>
            public {{name}} Fork() => new {{name}}(_inference.Weights);

            """);
        if (model.Training is not null)
        {
            writer.Line(
                $$"""
                /// <inheritdoc/>
                TrainingPass global::CnnGen.ITrainableNetwork<{{name}}>.CreateTrainingPass(int batchSize, ThreadTeam team) =>
                    new CompiledTraining(_inference.Weights, batchSize, team);

                """);
        }
    }

    private static void EmitInfo(CodeWriter writer, NetworkModel model)
    {
        string Tensor(string name, Shape shape) => $"[new TensorInfo(\"{name}\", [{NetworkModel.ShapeList(shape)}], {shape.Length})]";
        string DisplayName = model.Spec.Name.TrimStart('@');
        writer.Line("/// <summary>Layers, parameters, inputs and outputs.</summary>");
        writer.Line("public static NetworkInfo Info { get; } = new NetworkInfo(");
        writer.Line($"    \"{DisplayName}\",");
        writer.Line($"    {Tensor("input", model.Input.Shape)},");
        writer.Line($"    {Tensor(model.Output.Name ?? "output", model.Output.Shape)},");
        writer.Line("    [");
        foreach (Node node in model.Graph.Nodes)
        {
            string shape = NetworkModel.ShapeList(model.Graph.Values[node.Output].Shape);
            writer.Line(
                $"        new LayerInfo(\"{node.Name}\", \"{node.Kind}\", [{shape}], {NetworkModel.Trainable(node)}, " +
                $"{node.MultiplyAdds}, {node.ReceptiveField}, \"{model.KernelOf(node)}\"),");
        }

        writer.Line("    ],");
        writer.Line("    [");
        foreach (WeightSlot slot in model.Inference.Weights.Slots)
        {
            string trainable = slot.Parameter.IsTrainable ? "true" : "false";
            writer.Line($"        new ParameterInfo(\"{slot.Parameter.Name}\", [{Code.Ints(slot.Parameter.Shape)}], {slot.Source}, {slot.Length}, {trainable}),");
        }

        writer.Line("    ]);\n");
    }

    private static void EmitPacking(CodeWriter writer, NetworkModel model)
    {
        WeightPlan weights = model.Inference.Weights;
        writer.Line("/// <summary>How the parameters are packed for the kernels.</summary>");
        writer.Line($"private static readonly WeightLayout WeightPacking = new WeightLayout({weights.Length}, {weights.PackedLength}{(weights.Slots.Count > 0 ? "," : ");")}");
        for (int i = 0; i < weights.Slots.Count; i++)
        {
            WeightSlot slot = weights.Slots[i];
            string panels = slot.Panels is null ? "" : $", {Panels(slot.Panels)}";
            string end = i == weights.Slots.Count - 1 ? ");" : ",";
            writer.Line($"    new WeightEntry({slot.Source}, {slot.Packed}, {slot.Length}{panels}){end} // {slot.Parameter.Name}");
        }
    }

    /// <summary>The runtime's description of a packed weight tensor.</summary>
    public static string Panels(PanelSpec p) =>
        $"new PanelLayout({p.OutChannels}, {p.InChannels}, {p.KernelHeight}, {p.KernelWidth}, {p.Groups}, {p.Blocks}, {p.InStride}, [{Code.Ints(p.Widths)}]" +
        (p.Flipped ? ", Flipped: true" : "") + (p.InputMasks.Count > 0 ? $", InputMasks: [{Code.Ints(p.InputMasks)}]" : "") + ")";
}
