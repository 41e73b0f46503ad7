using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>
/// Whatever declaration one writes: the generator does not fail, no error stands in an emitted file, what is right builds, and what is
/// wrong does not, with the analyzer or without.
/// </summary>
public sealed class RandomDeclarationTests
{
    private const int Count = 2000;
    private const int PerTest = 100;

    // Declarations are compiled side by side, each on one thread: threads that wait for one another would take most of the time.
    private static readonly CSharpCompilation Empty = WithOneThread(new NetworkCompiler().CreateCompilation());

    private static readonly CompilationWithAnalyzersOptions OneThread = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    public static TheoryData<int> Firsts => [.. Enumerable.Range(0, Count / PerTest).Select(i => i * PerTest)];

    [Theory]
    [MemberData(nameof(Firsts))]
    public async Task Random_declarations_build_or_have_their_own_errors(int first)
    {
        var faults = new ConcurrentQueue<string>();
        int right = 0;
        await Parallel.ForAsync(first, first + PerTest, async (seed, cancellation) =>
        {
            RandomDeclaration declaration = RandomDeclaration.Of(seed);
            Interlocked.Add(ref right, declaration.IsRight ? 1 : 0);
            foreach (string fault in await Faults(declaration, cancellation))
            {
                faults.Enqueue($"seed {seed}: {fault}\n{declaration}");
            }
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} faults\n{string.Join("\n\n", faults.Take(5))}");
        Assert.InRange(right, PerTest / 5, PerTest * 4 / 5);
    }

    private static async Task<IEnumerable<string>> Faults(RandomDeclaration declaration, CancellationToken cancellation)
    {
        var compiler = new NetworkCompiler { Language = declaration.Language };
        compiler.BuildProperties.Add("build_property.TargetFramework", "net10.0");
        if (declaration.RunAnalyzers is { } run)
        {
            compiler.BuildProperties.Add("build_property.RunAnalyzers", run);
        }

        CSharpParseOptions options = new(declaration.Language, DocumentationMode.Parse);
        SyntaxTree[] files = [.. declaration.Files.Select((text, i) => NetworkCompiler.Parse(text, i, options))];
        GeneratorDriver driver = compiler.CreateDriver()
            .RunGeneratorsAndUpdateCompilation(
                Empty.AddSyntaxTrees(files), out Compilation output, out ImmutableArray<Diagnostic> reported);
        if (driver.GetRunResult().Results[0].Exception is { } exception)
        {
            return [$"the generator failed: {exception}"];
        }

        bool isAnalyzed = !string.Equals(declaration.RunAnalyzers, "false", StringComparison.OrdinalIgnoreCase);
        ImmutableArray<Diagnostic> found = isAnalyzed
            ? await new CompilationWithAnalyzers(output, [new NetworkAnalyzer()], OneThread).GetAllDiagnosticsAsync(cancellation)
            : output.GetDiagnostics(cancellation);
        Diagnostic? emitted = found.FirstOrDefault(one =>
            one.Severity >= DiagnosticSeverity.Warning && one.Location.SourceTree is { } tree && !files.Contains(tree));
        if (emitted is not null)
        {
            return [$"in an emitted file: {emitted}"];
        }

        if (output.GetTypeByMetadataName("Others.Other")?.GetMembers("Predict").Length is not 1
            && declaration.Language >= LanguageVersion.CSharp8)
        {
            return ["another network is harmed"];
        }

        Diagnostic? error = found.Concat(reported).FirstOrDefault(one =>
            one is { Severity: DiagnosticSeverity.Error, IsSuppressed: false } || one.Id == "AD0001");
        return declaration.IsRight
            ? error is null ? [] : [$"not expected: {error}"]
            : error is null ? ["it builds"] : [];
    }

    private static CSharpCompilation WithOneThread(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));
}
