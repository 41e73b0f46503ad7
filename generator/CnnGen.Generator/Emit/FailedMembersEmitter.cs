using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Emit;

/// <summary>Members of a class whose attributes have mistakes: they compile, so that the mistakes are the only errors, and throw.</summary>
internal static class FailedMembersEmitter
{
    public static void Emit(CodeWriter writer, NetworkSpec spec)
    {
        string name = spec.Name;
        string contract = spec.Training ? "ITrainableNetwork" : "INetwork";
        string message = $"The attributes of {name.TrimStart('@')} have mistakes: see the compiler's errors.";
        string failure = $"throw new global::System.InvalidOperationException(\"{message}\")";
        using (writer.Block($"partial {spec.Keyword} {name} : global::CnnGen.{contract}<{name}>"))
        {
            writer.Line(
                $$"""
                /// <summary>Unknown: the network has mistakes.</summary>
                public const int InputLength = 0, OutputLength = 0, ParameterCount = 0;

                /// <summary>Unknown: the network has mistakes.</summary>
                public const long MultiplyAdds = 0, ArenaBytes = 0;

                /// <summary>Throws: the network has mistakes.</summary>
                public {{name}}() => {{failure}};

                /// <summary>Throws: the network has mistakes.</summary>
                public {{name}}(int seed) => {{failure}};

                /// <inheritdoc/>
                public static global::CnnGen.NetworkInfo Info => {{failure}};

                /// <inheritdoc/>
                public global::System.Span<float> Parameters => {{failure}};

                /// <inheritdoc/>
                public global::System.ReadOnlySpan<float> Parameter(string name) => {{failure}};

                /// <inheritdoc/>
                public int Threads
                {
                    get => {{failure}};
                    set => {{failure}};
                }

                /// <inheritdoc/>
                public static {{name}} Load(string path) => {{failure}};

                /// <inheritdoc/>
                public static {{name}} Load(global::System.IO.Stream stream) => {{failure}};

                /// <inheritdoc/>
                public static {{name}} Load(string path, global::CnnGen.LoadOptions options) => {{failure}};

                /// <inheritdoc/>
                public static {{name}} Load(global::System.IO.Stream stream, global::CnnGen.LoadOptions options) => {{failure}};

                /// <inheritdoc/>
                public void Save(string path) => {{failure}};

                /// <inheritdoc/>
                public void Save(global::System.IO.Stream stream) => {{failure}};

                /// <inheritdoc/>
                public void Predict(global::System.ReadOnlySpan<float> input, global::System.Span<float> output) => {{failure}};

                /// <inheritdoc/>
                public void PredictBatch(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) => {{failure}};

                /// <inheritdoc/>
                public {{name}} Fork() => {{failure}};
                """);
            if (spec.Outputs.Count > 1)
            {
                string outputs = string.Join(", ", spec.Outputs.Select((_, i) => $"global::System.Span<float> output{i + 1}"));
                writer.Line("\n/// <summary>Throws: the network has mistakes.</summary>");
                writer.Line($"public void Predict(global::System.ReadOnlySpan<float> input, {outputs}) => {failure};");
            }

            if (spec.Training)
            {
                writer.Line(
                    $$"""

                    /// <inheritdoc/>
                    global::CnnGen.Runtime.TrainingPass global::CnnGen.ITrainableNetwork<{{name}}>.CreateTrainingPass(
                        int batchSize, global::CnnGen.Runtime.ThreadTeam team) => {{failure}};
                    """);
            }
        }
    }
}
