namespace CnnGen.Generator.Emit;

/// <summary>The members of the user's class: constants, constructors, and what the interfaces ask for.</summary>
internal static class MembersEmitter
{
    public static void Emit(CodeWriter writer, NetworkModel model)
    {
        EmitConstants(writer, model);
        EmitConstructors(writer, model);
        EmitMembers(writer, model);
        if (model.Outputs.Count > 1)
        {
            EmitSeveralOutputs(writer, model);
        }

        if (model.Training is not null)
        {
            writer.Line(
                $$"""

                /// <inheritdoc/>
                global::CnnGen.Runtime.TrainingPass global::CnnGen.ITrainableNetwork<{{model.Spec.Name}}>.CreateTrainingPass(
                    int batchSize, global::CnnGen.Runtime.ThreadTeam team) =>
                    new global::CnnGen.Generated.{{model.CodeName}}.Training(_inference.Weights, batchSize, team);
                """);
        }
    }

    private static void EmitConstants(CodeWriter writer, NetworkModel model)
    {
        string outputs = string.Join(" and ", model.Outputs.Select(output => output.Shape));
        writer.Line(
            $$"""
            /// <summary>Elements of one input sample, {{model.Input.Shape}}.</summary>
            public const int InputLength = {{model.Input.Shape.Length}};

            /// <summary>Elements of one sample's output, {{outputs}}.</summary>
            public const int OutputLength = {{model.OutputLength}};

            /// <summary>Trainable parameters.</summary>
            public const int ParameterCount = {{model.ParameterCount}};

            /// <summary>Multiply-adds of convolutions and linear layers for one sample.</summary>
            public const long MultiplyAdds = {{model.MultiplyAdds}};

            /// <summary>Bytes of working memory of <c>Predict</c> on one thread.</summary>
            public const long ArenaBytes = {{model.ArenaBytes}};

            private readonly global::CnnGen.Runtime.InferencePass _inference;

            """);
    }

    private static void EmitConstructors(CodeWriter writer, NetworkModel model)
    {
        string name = model.Spec.Name;
        writer.Line(
            $$"""
            /// <summary>Parameters initialised as PyTorch does, from a random seed.</summary>
            public {{name}}()
                : this(global::System.Random.Shared.Next())
            {
            }

            /// <summary>Parameters initialised as PyTorch does; the same seed gives the same bits everywhere.</summary>
            public {{name}}(int seed)
                : this(global::CnnGen.Generated.{{model.CodeName}}.Initialise(seed))
            {
            }

            private {{name}}(global::CnnGen.Runtime.WeightStore weights) =>
                _inference = new global::CnnGen.Generated.{{model.CodeName}}.Inference(weights);

            """);
    }

    private static void EmitMembers(CodeWriter writer, NetworkModel model)
    {
        string name = model.Spec.Name;
        writer.Line(
            $$"""
            /// <summary>Layers, parameters, inputs and outputs.</summary>
            public static global::CnnGen.NetworkInfo Info => global::CnnGen.Generated.{{model.CodeName}}.Info;

            /// <inheritdoc/>
            public global::System.Span<float> Parameters => _inference.Weights.Values;

            /// <inheritdoc/>
            public global::System.ReadOnlySpan<float> Parameter(string name) => _inference.Weights.Copy(name, Info.Parameters);

            /// <inheritdoc/>
            public int Threads
            {
                get => _inference.Threads;
                set => _inference.Threads = value;
            }

            /// <summary>Reads the parameters from a safetensors file with PyTorch's names and shapes.</summary>
            public static {{name}} Load(string path) => Load(path, new global::CnnGen.LoadOptions());

            /// <summary>Reads the parameters from a stream in the safetensors format.</summary>
            public static {{name}} Load(global::System.IO.Stream stream) => Load(stream, new global::CnnGen.LoadOptions());

            /// <inheritdoc/>
            public static {{name}} Load(string path, global::CnnGen.LoadOptions options) =>
                new {{name}}(global::CnnGen.Runtime.Safetensors.Load(
                    path, Info.Parameters, options,
                    global::CnnGen.Generated.{{model.CodeName}}.NewWeights, global::CnnGen.Generated.{{model.CodeName}}.Initialise));

            /// <inheritdoc/>
            public static {{name}} Load(global::System.IO.Stream stream, global::CnnGen.LoadOptions options) =>
                new {{name}}(global::CnnGen.Runtime.Safetensors.Load(
                    stream, Info.Parameters, options,
                    global::CnnGen.Generated.{{model.CodeName}}.NewWeights, global::CnnGen.Generated.{{model.CodeName}}.Initialise));

            /// <inheritdoc/>
            public void Save(string path) =>
                global::CnnGen.Runtime.Safetensors.Save(path, Info.Parameters, _inference.Weights);

            /// <inheritdoc/>
            public void Save(global::System.IO.Stream stream) =>
                global::CnnGen.Runtime.Safetensors.Save(stream, Info.Parameters, _inference.Weights);

            /// <inheritdoc/>
            public void Predict(global::System.ReadOnlySpan<float> input, global::System.Span<float> output) =>
                _inference.Predict(input, output);

            /// <inheritdoc/>
            public void PredictBatch(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) =>
                _inference.PredictBatch(inputs, outputs);

            /// <inheritdoc/>
            public {{name}} Fork() => new {{name}}(_inference.Weights);
            """);
    }

    /// <summary>A span for each output.</summary>
    private static void EmitSeveralOutputs(CodeWriter writer, NetworkModel model)
    {
        string[] names = [.. Enumerable.Range(1, model.Outputs.Count).Select(i => $"output{i}")];
        writer.Line("\n/// <summary>Computes one sample, each output into a span of its own, in the order of the outputs.</summary>");
        string parameters = string.Join(", ", names.Select(name => $"global::System.Span<float> {name}"));
        using (writer.Block($"public void Predict(global::System.ReadOnlySpan<float> input, {parameters})"))
        {
            for (int i = 0; i < names.Length; i++)
            {
                writer.Line($"_inference.CheckOutput({names[i]}, {model.Outputs[i].Shape.Length}, nameof({names[i]}));");
            }

            writer.Line("global::System.ReadOnlySpan<float> outputs = _inference.Predict(input);");
            long offset = 0;
            for (int i = 0; i < names.Length; i++)
            {
                long length = model.Outputs[i].Shape.Length;
                writer.Line($"outputs.Slice({offset}, {length}).CopyTo({names[i]});");
                offset += length;
            }
        }
    }
}
