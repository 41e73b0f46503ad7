using System.Diagnostics;
using System.Globalization;
using CnnGen.Onnx;
using CnnGen.Onnx.Tests;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

// Imports models, compiles them, and compares outputs and times with ONNX Runtime's on one thread:
//   dotnet run -c Release --project benchmarks/CnnGen.Imports --
//       [--input 1x3x224x224] [--sources FOLDER] [--partial] [--import-only] MODEL...
int[]? shape = null;
string? sources = null;
bool importsOnly = false, isPartial = false;
int failures = 0;
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--input":
            shape = [.. args[++i].Split('x').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
            break;
        case "--sources":
            sources = args[++i];
            break;
        case "--partial":
            isPartial = true;
            break;
        case "--import-only":
            importsOnly = true;
            break;
        default:
            failures += Compare(args[i]) ? 0 : 1;
            break;
    }
}

return failures == 0 ? 0 : 1;

bool Compare(string model)
{
    long start = Stopwatch.GetTimestamp();
    ImportResult imported = OnnxImporter.Import(model, new() { InputShape = shape, Partial = isPartial });
    double importSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine(Invariant($"{imported.Name}: import {importSeconds:F2} s, {imported.Source?.Split('\n').Length} lines"));
    foreach (ImportProblem problem in imported.Problems)
    {
        Console.WriteLine($"  {problem}");
    }

    if (imported.Source is null)
    {
        return false;
    }

    if (sources is not null)
    {
        File.WriteAllText(Path.Combine(sources, imported.Name + ".cs"), imported.Source);
    }

    if (importsOnly)
    {
        return true;
    }

    start = Stopwatch.GetTimestamp();
    var networks = new CompiledNetworks(imported.Source);
    double compileSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var random = new Random(1);
    float[] given = [.. Enumerable.Range(0, imported.Input!.Shape.Aggregate(1, (a, b) => a * b))
        .Select(_ => (float)(2 * random.NextDouble() - 1))];
    var input = new float[given.Length];
    imported.Input.ToNetwork(given, input);

    using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    using var session = new InferenceSession(model, options);
    NamedOnnxValue[] feed = [NamedOnnxValue.CreateFromTensor(
        imported.Input.Name, new DenseTensor<float>(given, imported.Input.Shape.ToArray()))];
    string[] outputs = [.. imported.Outputs.Select(output => output.Name)];
    using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> expected = session.Run(feed, outputs);
    float[][] found = networks.Predict(imported, "", input, imported.Input.Batch);
    double worst = 0;
    foreach ((DisposableNamedOnnxValue value, int k) in expected.Select((value, k) => (value, k)))
    {
        float[] theirs = [.. value.AsTensor<float>()], ours = new float[theirs.Length];
        imported.Outputs[k].ToModel(found[k], ours);
        double largest = theirs.Max(x => Math.Abs((double)x));
        worst = Math.Max(worst, theirs.Zip(ours).Max(pair => Math.Abs((double)pair.First - pair.Second)) / largest);
    }

    double peer = Best(() => session.Run(feed, outputs).Dispose());
    double own = Best(networks.Predictor(imported, "", input));
    Console.WriteLine(Invariant(
        $"  compiled in {compileSeconds:F1} s; largest difference {worst:E1} of the largest output"));
    Console.WriteLine(Invariant($"  {own:F2} ms, ONNX Runtime {peer:F2} ms: {peer / own:F2} times"));
    return worst <= 1e-4;
}

static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

static double Best(Action action)
{
    double best = double.MaxValue;
    long end = Stopwatch.GetTimestamp() + 2 * Stopwatch.Frequency;
    for (int i = 0; i < 5 || (i < 200 && Stopwatch.GetTimestamp() < end); i++)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    return best;
}
