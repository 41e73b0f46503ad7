using System.Collections.Immutable;

namespace CnnGen.Generator.Members;

/// <summary>
/// Every member that a network's class gets, in order: what the emitters write, and what the class may not have itself.
/// </summary>
internal static class NetworkMembers
{
    public const string InputLength = "InputLength";
    public const string OutputLength = "OutputLength";
    public const string ParameterCount = "ParameterCount";
    public const string MultiplyAdds = "MultiplyAdds";
    public const string ArenaBytes = "ArenaBytes";
    public const string LoadEmbedded = "LoadEmbedded";

    private const string Weights = "global::CnnGen.Runtime.WeightStore";
    public const string Safetensors = "global::CnnGen.Runtime.Safetensors";
    private const string ReadOnlySpan = "global::System.ReadOnlySpan<float>";
    private const string Span = "global::System.Span<float>";

    private static readonly MemberParameter Path = new("string", "path");
    private static readonly MemberParameter Stream = new("global::System.IO.Stream", "stream");
    private static readonly MemberParameter Options = new("global::CnnGen.LoadOptions", "options");

    private static readonly ImmutableArray<Member> Always =
    [
        new(MemberKind.Constant, "public const", "int", InputLength) { Summary = "Elements of one input sample" },
        new(MemberKind.Constant, "public const", "int", OutputLength) { Summary = "Elements of one sample's output" },
        new(MemberKind.Constant, "public const", "int", ParameterCount) { Summary = "Trainable parameters" },
        new(MemberKind.Constant, "public const", "long", MultiplyAdds)
        {
            Summary = "Multiply-adds of convolutions and linear layers for one sample",
        },
        new(MemberKind.Constant, "public const", "long", ArenaBytes)
        {
            Summary = "Bytes of working memory of <c>Predict</c> on one thread",
        },
        new(MemberKind.Field, "private readonly", "global::CnnGen.Runtime.InferencePass", "_inference"),
        new(MemberKind.Constructor, "public", "", "")
        {
            Summary = "Parameters initialised as PyTorch does, from a random seed.",
            Body = "this(global::CnnGen.Runtime.RandomSource.NewSeed())",
        },
        new(MemberKind.Constructor, "public", "", "", new MemberParameter("int", "seed"))
        {
            Summary = "Parameters initialised as PyTorch does; the same seed gives the same bits everywhere.",
            Body = "this({Code}.Initialise(seed))",
        },
        new(MemberKind.Constructor, "private", "", "", new MemberParameter(Weights, "weights"))
        {
            Body = "_inference = weights.NewInference<{Code}.AnyWidth>()",
        },
        new(MemberKind.Property, "public static", "global::CnnGen.NetworkInfo", "Info")
        {
            Summary = "Layers, parameters, inputs and outputs.",
            Body = "{Code}.Info",
        },
        new(MemberKind.Property, "public", Span, "Parameters") { Body = "_inference.Weights.Values" },
        new(MemberKind.Method, "public", ReadOnlySpan, "Parameter", new MemberParameter("string", "name"))
        {
            Body = "_inference.Weights.Copy(name, Info.Parameters)",
        },
        new(MemberKind.Property, "public", "int", "Threads") { Body = "_inference.Threads", Setter = "_inference.Threads = value" },
        new(MemberKind.Method, "public static", "{T}", "Load", Path)
        {
            Summary = "Reads the parameters from a safetensors file with PyTorch's names and shapes.",
            Body = "Load(path, new global::CnnGen.LoadOptions())",
        },
        new(MemberKind.Method, "public static", "{T}", "Load", Stream)
        {
            Summary = "Reads the parameters from a stream in the safetensors format.",
            Body = "Load(stream, new global::CnnGen.LoadOptions())",
        },
        new(MemberKind.Method, "public static", "{T}", "Load", Path, Options) { Body = Load("path") },
        new(MemberKind.Method, "public static", "{T}", "Load", Stream, Options) { Body = Load("stream") },
        new(MemberKind.Method, "public", "void", "Save", Path)
        {
            Body = $"{Safetensors}.Save(path, Info.Parameters, _inference.Weights)",
        },
        new(MemberKind.Method, "public", "void", "Save", Stream)
        {
            Body = $"{Safetensors}.Save(stream, Info.Parameters, _inference.Weights)",
        },
        new(MemberKind.Method, "public", "void", "Predict", new(ReadOnlySpan, "input"), new(Span, "output"))
        {
            Body = "_inference.Predict(input, output)",
        },
        new(MemberKind.Method, "public", "void", "PredictBatch", new(ReadOnlySpan, "inputs"), new(Span, "outputs"))
        {
            Body = "_inference.PredictBatch(inputs, outputs)",
        },
        new(MemberKind.Method, "public", "{T}", "Fork") { Body = "new {T}(_inference.Weights)" },
    ];

    private static readonly Member Embedded = new(MemberKind.Method, "public static", "{T}", LoadEmbedded)
    {
        Summary = "The network with the weights that the project embeds for it (<c>CnnWeights</c>), read out of the program.",
    };

    private static readonly Member TrainingPass = new(
        MemberKind.Method, "", "global::CnnGen.Runtime.TrainingPass", "global::CnnGen.ITrainableNetwork<{T}>.CreateTrainingPass",
        new("int", "batchSize"), new("global::CnnGen.Runtime.ThreadTeam", "team"))
    {
        Body = "_inference.Weights.NewTraining<{Code}.AnyWidth>(batchSize, team)",
    };

    /// <summary>The members of a class.</summary>
    /// <param name="training">Whether it has a backward pass.</param>
    /// <param name="outputs">How many <c>Output</c> attributes it has.</param>
    /// <param name="isEmbedded">Whether the project embeds its weights.</param>
    public static IEnumerable<Member> Of(bool training, int outputs, bool isEmbedded = false)
    {
        foreach (Member member in Always)
        {
            yield return member;
        }

        if (outputs > 1)
        {
            IEnumerable<MemberParameter> spans = Enumerable.Range(1, outputs).Select(i => new MemberParameter(Span, $"output{i}"));
            yield return new(
                MemberKind.Method, "public", "void", "Predict", [new MemberParameter(ReadOnlySpan, "input"), .. spans])
            {
                Summary = "Computes one sample, each output into a span of its own, in the order of the outputs.",
            };
        }

        if (isEmbedded)
        {
            yield return Embedded;
        }

        if (training)
        {
            yield return TrainingPass;
        }
    }

    private static string Load(string source) =>
        $$"""new {T}({{Safetensors}}.Load({{source}}, Info.Parameters, options, {Code}.NewWeights, {Code}.Initialise))""";
}
