using System.Collections.Immutable;
using System.Diagnostics;
using CnnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Keystroke;

/// <summary>A project in an editor: a generator that keeps its state from keystroke to keystroke.</summary>
internal sealed class Session
{
    /// <summary>The beginning of a file that has nothing to do with networks.</summary>
    public const string Other = "internal static class Other { public static int Number() => ";

    private const int WarmUp = 10;
    private const int Keystrokes = 30;

    private static readonly string[] Steps = [NetworkGenerator.SpecStep, NetworkGenerator.SourceStep];

    private readonly CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    private Session(CSharpCompilation compilation, GeneratorDriver driver) => (_compilation, _driver) = (compilation, driver);

    /// <summary>A project of files of the zoo and another one.</summary>
    public static Session Open(string folder, string pattern)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose);
        IEnumerable<SyntaxTree> files = Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path)), options, path));
        SyntaxTree other = CSharpSyntaxTree.ParseText(SourceText.From(Other + "0; }"), options, "Other.cs");
        SyntaxTree usings = CSharpSyntaxTree.ParseText("global using CnnGen; global using System;", options, "Usings.cs");
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Networks", [.. files, other, usings], references, new(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: options,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(compilation, driver.RunGenerators(compilation));
    }

    /// <summary>Types at a place, again and again.</summary>
    public Measurement Measure(Keystroke keystroke)
    {
        SyntaxTree open = _compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == keystroke.File);
        SyntaxTree edited = keystroke.Before is null ? _compilation.SyntaxTrees.Single(tree => tree.FilePath == "Other.cs") : open;
        SourceText text = edited.GetText();
        var times = new List<Times>();
        var reasons = new Dictionary<string, int>();
        for (int i = 0; i < WarmUp + Keystrokes; i++)
        {
            SyntaxTree typed = edited.WithChangedText(keystroke.Typed(text, i));
            CSharpCompilation compilation = _compilation.ReplaceSyntaxTree(edited, typed);
            long start = Stopwatch.GetTimestamp();
            _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
            double generator = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            double analyzer = Analyze(output, edited == open ? typed : open);
            double wait = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (i >= WarmUp)
            {
                times.Add(new(generator, analyzer, wait));
                Count(reasons);
            }
        }

        _driver = _driver.RunGenerators(_compilation);
        string ran = string.Join(", ", reasons.Select(pair => $"{pair.Key}: {pair.Value / Keystrokes}"));
        return Measurement.Of(times, ran.Length > 0 ? ran : "none");
    }

    /// <summary>Asks for the diagnostics of the file that is looked at, as an editor does; the analyzer's own time.</summary>
    private static double Analyze(Compilation compilation, SyntaxTree file)
    {
        var analyzer = new NetworkAnalyzer();
        var analysis = new CompilationWithAnalyzers(compilation, [analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        SemanticModel model = compilation.GetSemanticModel(file);
        ImmutableArray<Diagnostic> found =
            analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
        if (found.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"what is typed must be right, but: {error}");
        }

        return analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult()
            .ExecutionTime.TotalMilliseconds;
    }

    /// <summary>Networks whose step gave something else than before.</summary>
    private void Count(Dictionary<string, int> reasons)
    {
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        foreach (string step in Steps)
        {
            int ran = result.TrackedSteps[step].SelectMany(run => run.Outputs)
                .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
            if (ran > 0)
            {
                reasons[step] = reasons.GetValueOrDefault(step) + ran;
            }
        }
    }
}
