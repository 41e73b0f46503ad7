using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>One file in an editor whose generator stays warm from text to text, as while someone types.</summary>
internal sealed class TypingSession(string source)
{
    private readonly Document _document = FixedSource.Open(source);
    private readonly HashSet<string> _compiled = [];
    private GeneratorDriver _driver = new NetworkCompiler().CreateDriver();

    /// <summary>How many different files were emitted.</summary>
    public int Emitted => _compiled.Count;

    /// <summary>Shows the file with this text to the generator, the analyzer and the code fixes.</summary>
    /// <exception cref="HarnessException">One of them fails, what is emitted has errors, or a new generator emits another text.</exception>
    public async Task TypeAsync(string text)
    {
        Document document = _document.WithText(SourceText.From(text));
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult result = NetworkCompiler.Result(_driver);
        foreach (GeneratedSourceResult file in result.GeneratedSources)
        {
            if (_compiled.Add(file.SourceText.ToString()))
            {
                RequireNoError(output, file.SyntaxTree, span: null);
                RequireSame(result, NetworkCompiler.Result(new NetworkCompiler().CreateDriver().RunGenerators(compilation)));
            }
            else
            {
                // The code behind the class is as right as it was; the class may have got something that clashes.
                RequireNoError(output, file.SyntaxTree, UserClass(await file.SyntaxTree.GetRootAsync()));
            }
        }

        await FixedSource.OfferAsync(document);
    }

    private static TextSpan? UserClass(SyntaxNode root) =>
        root.DescendantNodes().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.FullSpan;

    private static void RequireNoError(Compilation output, SyntaxTree file, TextSpan? span)
    {
        ImmutableArray<Diagnostic> diagnostics = output.GetSemanticModel(file).GetDiagnostics(span);
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new HarnessException($"an emitted file has an error: {error}");
        }
    }

    private static void RequireSame(GeneratorRunResult warm, GeneratorRunResult cold)
    {
        if (!Texts(warm).SequenceEqual(Texts(cold)))
        {
            throw new HarnessException("a new generator emits another text");
        }

        static IEnumerable<string> Texts(GeneratorRunResult result) =>
            result.GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}");
    }
}
