using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Onnx.Tests;

/// <summary>Imported sources, compiled together with the generator, in memory.</summary>
public sealed class CompiledNetworks
{
    private readonly Assembly _assembly;

    /// <param name="sources">The sources, each a file of its own.</param>
    public CompiledNetworks(params IReadOnlyList<string> sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13);
        CSharpCompilation input = CSharpCompilation.Create(
            "Imported", sources.Select(source => CSharpSyntaxTree.ParseText(ForPrediction(source), parse, encoding: Encoding.UTF8)),
                References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
                optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        using var image = new MemoryStream();
        Diagnostic[] errors = [.. output.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw new InvalidOperationException(string.Join('\n', errors.Take(20).Select(Describe)));
        }

        _assembly = new AssemblyLoadContext("Imported").LoadFromStream(new MemoryStream(image.ToArray()));
    }

    /// <summary>What a network makes of the samples, with the weights of its import; all outputs one after the other.</summary>
    public float[][] Predict(ImportResult imported, string space, float[] inputs, int batch) =>
        (float[][])Call(nameof(Run), imported, space, [imported, inputs, batch]);

    /// <summary>A prediction of one sample, to be measured.</summary>
    public Action Predictor(ImportResult imported, string space, float[] sample) =>
        (Action)Call(nameof(Prepare), imported, space, [imported, sample]);

    private object Call(string method, ImportResult imported, string space, object[] arguments) => typeof(CompiledNetworks)
        .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(_assembly.GetType(space.Length == 0 ? imported.Name : $"{space}.{imported.Name}", throwOnError: true)!)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    /// <summary>Without the backward pass, which takes most of the compiler's time.</summary>
    private static string ForPrediction(string source) => source
        .Replace("[Network,", "[Network(Training = false),", StringComparison.Ordinal)
        .Replace("[Network(Rounding", "[Network(Training = false, Rounding", StringComparison.Ordinal);

    private static string Describe(Diagnostic error)
    {
        int line = error.Location.GetLineSpan().StartLinePosition.Line;
        string message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return $"{message}\n{error.Location.SourceTree?.GetText().Lines[line]}";
    }

    private static T Load<T>(ImportResult imported)
        where T : class, INetwork<T>
    {
        using var weights = new MemoryStream();
        imported.SaveWeights(weights);
        weights.Position = 0;
        return T.Load(weights);
    }

    private static Action Prepare<T>(ImportResult imported, float[] sample)
        where T : class, INetwork<T>
    {
        T network = Load<T>(imported);
        var output = new float[T.Info.Outputs.Sum(tensor => tensor.Length)];
        return () => network.Predict(sample, output);
    }

    private static float[][] Run<T>(ImportResult imported, float[] inputs, int batch)
        where T : class, INetwork<T>
    {
        T network = Load<T>(imported);
        int[] lengths = [.. T.Info.Outputs.Select(output => output.Length)];
        int input = T.Info.Inputs[0].Length, all = lengths.Sum();
        float[][] outputs = [.. lengths.Select(length => new float[length * batch])];
        var sample = new float[all];
        for (int n = 0; n < batch; n++)
        {
            network.Predict(inputs.AsSpan(n * input, input), sample);
            int offset = 0;
            for (int i = 0; i < outputs.Length; i++)
            {
                sample.AsSpan(offset, lengths[i]).CopyTo(outputs[i].AsSpan(n * lengths[i]));
                offset += lengths[i];
            }
        }

        return outputs;
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
}
