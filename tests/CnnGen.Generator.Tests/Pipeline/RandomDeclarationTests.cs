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

    private static readonly CSharpCompilation Empty = new NetworkCompiler().CreateCompilation();

    public static TheoryData<int> Firsts => [.. Enumerable.Range(0, Count / PerTest).Select(i => i * PerTest)];

    [Theory]
    [MemberData(nameof(Firsts))]
    public void Random_declarations_build_or_have_their_own_errors(int first)
    {
        var faults = new ConcurrentQueue<string>();
        int right = 0;
        Parallel.For(first, first + PerTest, seed =>
        {
            RandomDeclaration declaration = RandomDeclaration.Of(seed);
            Interlocked.Add(ref right, declaration.IsRight ? 1 : 0);
            foreach (string fault in Faults(declaration))
            {
                faults.Enqueue($"seed {seed}: {fault}\n{declaration}");
            }
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} faults\n{string.Join("\n\n", faults.Take(5))}");
        Assert.InRange(right, PerTest / 5, PerTest * 4 / 5);
    }

    private static IEnumerable<string> Faults(RandomDeclaration declaration)
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

        ImmutableArray<Diagnostic> complaints = [.. output.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning)];
        string[] emitted = [.. complaints.Where(found => found.Location.SourceTree is { } tree && !files.Contains(tree)).Select(Text)];
        if (emitted.Length > 0)
        {
            return [$"in an emitted file: {emitted[0]}"];
        }

        if (output.GetTypeByMetadataName("Others.Other")?.GetMembers("Predict").Length is not 1
            && declaration.Language >= LanguageVersion.CSharp8)
        {
            return ["another network is harmed"];
        }

        bool isAnalyzed = !string.Equals(declaration.RunAnalyzers, "false", StringComparison.OrdinalIgnoreCase);
        ImmutableArray<Diagnostic> analyzed = isAnalyzed
            ? new CompilationWithAnalyzers(output, [new NetworkAnalyzer()], new AnalyzerOptions([]))
                .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()
            : [];
        Diagnostic[] errors =
        [
            .. complaints.Concat(reported).Concat(analyzed)
                .Where(found => found is { Severity: DiagnosticSeverity.Error, IsSuppressed: false } || found.Id == "AD0001"),
        ];
        return declaration.IsRight
            ? errors.Take(1).Select(error => $"not expected: {Text(error)}")
            : errors.Length == 0 ? ["it builds"] : [];
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.ToString();
}
