using System.Reflection;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Model;
using CnnGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>What LoadEmbedded reads, and what runs again when a file of weights changes.</summary>
public sealed class EmbeddedWeightsTests : IDisposable
{
    private const string Good =
        "{\"__metadata__\":{\"format\":\"pt\"},\"0.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
        + "\"0.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";

    private static readonly string Source = Check.Network("[Input(2), Linear(1)]");

    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("F32")]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("F64")]
    public void The_program_reads_its_weights_widened(string type) => Assert.Equal(
        1 * 10f + 2 * 20f + 1, Run<float>(nameof(Predict), _folder.Compiler($"0.weight {type} 1×2", $"0.bias {type} 1").Build(Source)));

    [Fact]
    public void Loading_makes_no_copy_of_the_file()
    {
        string[] tensors = [.. Enumerable.Range(0, 16).SelectMany(i => new[] { $"{i}.weight F32 256×256", $"{i}.bias F32 256" })];
        string layers = string.Join(", ", Enumerable.Repeat("Linear(256)", 16));
        NetworkBuild build = _folder.Compiler(tensors).BuildToRun(Check.Network($"[Input(256), {layers}]", "(Training = false)"));
        const int Weights = 16 * (256 * 256 + 256) * sizeof(float);
        Assert.InRange(Run<long>(nameof(Allocated), build), 0, Weights + 500_000);
    }

    [Fact]
    public void A_network_without_weights_has_no_such_member() =>
        Assert.Null(new NetworkCompiler().Build(Source).Load("Net").GetMethod("LoadEmbedded"));

    [Fact]
    public void A_network_whose_weights_do_not_fit_still_has_it() => Assert.NotNull(
        _folder.Compiler("0.weight F32 1×3", "0.bias F32 1").Build(Source).Load("Net").GetMethod("LoadEmbedded"));

    [Fact]
    public void Only_a_header_that_changes_runs_the_network_it_is_for()
    {
        string other = Source.Replace("class Net", "class Other", StringComparison.Ordinal);
        NetworkCompiler compiler = _folder.Compiler("0.weight F32 1×2", "0.bias F32 1");
        CSharpCompilation compilation = compiler.CreateCompilation(Source, other);
        GeneratorDriver driver = compiler.CreateDriver().RunGenerators(compilation);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], Again("0.weight F32 1×2", "0.bias F32 1"));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached], Again("0.weight F32 1×2", "0.bias F16 1"));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Again("0.weight F32 1×3", "0.bias F16 1"));

        IEnumerable<IncrementalStepRunReason> Again(params string[] tensors)
        {
            byte[] bytes = WeightsFolder.Of(tensors);
            bytes[^1]++;
            _folder.Write("net.safetensors", bytes);
            driver = driver.ReplaceAdditionalTexts([compiler.Weights[0].ToAdditionalText()]).RunGenerators(compilation);
            Assert.Equal(Texts(compiler.CreateDriver().RunGenerators(compilation)), Texts(driver));
            return driver.GetRunResult().Results.Single().TrackedSteps[NetworkGenerator.SourceStep]
                .SelectMany(run => run.Outputs).Select(output => output.Reason);
        }

        static IEnumerable<string> Texts(GeneratorDriver driver) =>
            NetworkCompiler.Result(driver).GeneratedSources.Select(source => source.SourceText.ToString());
    }

    /// <summary>The generator has a reader of JSON of its own: what it accepts, the program must accept, and nothing else.</summary>
    [Fact]
    public void The_compiler_accepts_what_the_program_accepts()
    {
        NetworkBuild build = new NetworkCompiler().BuildToRun(Source);
        NetworkGraph graph = GraphBuilder.Build(Specs.Parse(Source)).Graph!;
        var random = new Random(11);
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0030", "\\u00", "\\ud800",
            "0", "-", ".", "e1", "null", "true", " ", "\n", "\u0001", "ü",
        ];
        int accepted = 0;
        for (int i = 0; i < 3000; i++)
        {
            string header = Good;
            for (int edits = random.Next(3); edits >= 0; edits--)
            {
                int at = random.Next(header.Length), length = Math.Min(random.Next(3), header.Length - at);
                header = header[..at] + (random.Next(3) == 0 ? "" : pieces[random.Next(pieces.Length)]) + header[(at + length)..];
            }

            byte[] file = WeightsFolder.Of(header, new byte[12]);
            bool isRight = !WeightsCheck.Of("Net", new([WeightsFile.Read(_folder.Write("x", file), "")]), graph).Any();
            Assert.True(isRight == Run<bool>(nameof(Accepts), build, file), $"compiler {(isRight ? "accepts" : "refuses")} {header}");
            accepted += isRight ? 1 : 0;
        }

        Assert.InRange(accepted, 30, 2000);
    }

    private static TResult Run<TResult>(string method, NetworkBuild build, params object[] arguments) =>
        (TResult)typeof(EmbeddedWeightsTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(build.Load("Net"))
        .Invoke(null, arguments)!;

    private static T Load<T>() => typeof(T).GetMethod("LoadEmbedded")!.CreateDelegate<Func<T>>()();

    private static float Predict<T>()
        where T : INetwork<T>
    {
        float[] output = new float[1];
        Load<T>().Predict([10, 20], output);
        return output[0];
    }

    private static long Allocated<T>()
        where T : INetwork<T>
    {
        Load<T>();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Load<T>();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool Accepts<T>(byte[] file)
        where T : INetwork<T>
    {
        try
        {
            T.Load(new MemoryStream(file));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
