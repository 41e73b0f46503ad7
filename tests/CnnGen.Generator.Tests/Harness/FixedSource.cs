using System.Collections.Immutable;
using CnnGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Tests;

/// <summary>What an editor offers for the diagnostics of a source text, and what becomes of the text.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Text">The source with the fix.</param>
public sealed record FixedSource(string Id, string Title, string Text)
{
    private static readonly FixProvider[] Providers = [new ArgumentFixProvider(), new LayerFixProvider(), new DeclarationFixProvider()];

    /// <summary>Every offer for every diagnostic, in source order.</summary>
    public static Task<IReadOnlyList<FixedSource>> OfferAsync(string source) => OfferAsync(Open(source));

    /// <summary>Every offer for every diagnostic of a document's project, which is in the document.</summary>
    public static async Task<IReadOnlyList<FixedSource>> OfferAsync(Document document)
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(document);
        var fixes = new List<FixedSource>();
        foreach ((Diagnostic diagnostic, CodeAction action, FixProvider _) in await ActionsAsync(document, diagnostics))
        {
            Document changed = Changed(await action.GetOperationsAsync(CancellationToken.None), document.Id);
            fixes.Add(new(diagnostic.Id, action.Title, (await changed.GetTextAsync()).ToString()));
        }

        return fixes;
    }

    /// <summary>The source with every fix made that is the same as the first of this title.</summary>
    public static async Task<string> FixAllAsync(string source, string title)
    {
        Document document = Open(source);
        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(document);
        (Diagnostic first, CodeAction action, FixProvider provider) =
            (await ActionsAsync(document, diagnostics)).First(offer => offer.Action.Title == title);
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, action.EquivalenceKey!, [first.Id], new Known(diagnostics), CancellationToken.None);
        CodeAction all = (await provider.GetFixAllProvider()!.GetFixAsync(context))!;
        Document changed = Changed(await all.GetOperationsAsync(CancellationToken.None), document.Id);
        return (await changed.GetTextAsync()).ToString();
    }

    private static Document Changed(ImmutableArray<CodeActionOperation> operations, DocumentId document) =>
        operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document)!;

    private static async Task<IEnumerable<(Diagnostic Diagnostic, CodeAction Action, FixProvider Provider)>> ActionsAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var actions = new List<(Diagnostic, CodeAction, FixProvider)>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (FixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var context = new CodeFixContext(
                    document, diagnostic, (action, _) => actions.Add((diagnostic, action, provider)), CancellationToken.None);
                await provider.RegisterCodeFixesAsync(context);
            }
        }

        return actions;
    }

    /// <summary>The only file of a project, in an editor.</summary>
    public static Document Open(string source)
    {
        CSharpCompilation compilation = new NetworkCompiler().CreateCompilation(source);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        return new AdhocWorkspace()
            .AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "Networks", "Networks", LanguageNames.CSharp,
                compilationOptions: compilation.Options, parseOptions: tree.Options, metadataReferences: compilation.References))
            .AddDocument("User.cs", source, filePath: tree.FilePath);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Document document)
    {
        Compilation current = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics = await current.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash)
        {
            throw new HarnessException($"the analyzer failed: {crash}");
        }

        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
