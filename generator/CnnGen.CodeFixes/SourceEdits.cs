using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>Edits of attributes as changes of text, so that everything around stays as it is written.</summary>
internal static class SourceEdits
{
    public static async Task<Solution> ApplyAsync(
        Solution solution, Diagnostic diagnostic, DiagnosticFix fix, CancellationToken cancellation)
    {
        var edits = fix.Edits.Select(edit => (Edit: edit, Place: diagnostic.AdditionalLocations[edit.Location])).ToList();
        foreach (IGrouping<SyntaxTree?, (DiagnosticEdit Edit, Location Place)> file in edits.GroupBy(edit => edit.Place.SourceTree))
        {
            if (file.Key is null || solution.GetDocument(file.Key) is not { } document)
            {
                return solution;
            }

            SyntaxNode root = await file.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            HashSet<SyntaxNode> removed = [.. file.Select(edit => Removed(root, edit.Edit, edit.Place.SourceSpan)).OfType<SyntaxNode>()];
            IEnumerable<TextChange> changes = file.SelectMany(edit => Changes(root, edit.Edit, edit.Place.SourceSpan))
                .Concat(removed.Select(node => new TextChange(WithComma(node, removed), "")));
            solution = solution.WithDocumentText(document.Id, text.WithChanges(Merge(changes)));
        }

        return solution;
    }

    /// <summary>Texts at one place are written in their order.</summary>
    private static IEnumerable<TextChange> Merge(IEnumerable<TextChange> changes) => changes
        .GroupBy(change => change.Span)
        .Select(same => new TextChange(same.Key, string.Concat(same.Select(change => change.NewText))))
        .OrderBy(change => change.Span.Start);

    /// <summary>The argument or the attribute that goes.</summary>
    private static SyntaxNode? Removed(SyntaxNode root, DiagnosticEdit edit, TextSpan place) => edit.Kind switch
    {
        EditKind.RemoveArgument => root.FindNode(place).FirstAncestorOrSelf<AttributeArgumentSyntax>(),
        EditKind.RemoveLayer => root.FindNode(place).FirstAncestorOrSelf<AttributeSyntax>(),
        _ => null,
    };

    private static IEnumerable<TextChange> Changes(SyntaxNode root, DiagnosticEdit edit, TextSpan place)
    {
        SyntaxNode node = root.FindNode(place);
        if (edit.Kind == EditKind.MakePartial)
        {
            return node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
                .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                .Select(type => new TextChange(new(type.Keyword.SpanStart, 0), "partial "));
        }

        if (Removed(root, edit, place) is not null || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return [];
        }

        AttributeArgumentSyntax? argument = node.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        return
        [
            edit.Kind switch
            {
                EditKind.SetArgument when argument is not null => new(argument.Expression.Span, edit.Text),
                EditKind.SetArgument => Append(attribute, edit.Text),
                EditKind.ReplaceArgument when argument is not null => new(argument.Span, edit.Text),
                EditKind.InsertBefore => new(new(attribute.SpanStart, 0), edit.Text + ", "),
                EditKind.ReplaceLayer => new(Simple(attribute.Name).Span, edit.Text),
                _ => default,
            },
        ];
    }

    private static TextChange Append(AttributeSyntax attribute, string text) => attribute.ArgumentList switch
    {
        null => new(new(attribute.Name.Span.End, 0), $"({text})"),
        { Arguments.Count: 0 } empty => new(new(empty.OpenParenToken.Span.End, 0), text),
        { } list => new(new(list.Arguments.Last().Span.End, 0), ", " + text),
    };

    /// <summary>One of a list and the comma that goes with it; where nothing of the list is left, the whole list.</summary>
    private static TextSpan WithComma(SyntaxNode node, HashSet<SyntaxNode> removed) => node.Parent switch
    {
        AttributeArgumentListSyntax list => WithComma(list.Arguments, node, removed) ?? list.Span,
        AttributeListSyntax list => WithComma(list.Attributes, node, removed) ?? UpToNext(list),
        _ => node.Span,
    };

    private static TextSpan? WithComma<T>(SeparatedSyntaxList<T> list, SyntaxNode node, HashSet<SyntaxNode> removed)
        where T : SyntaxNode
    {
        int index = list.IndexOf(other => other == node), firstLeft = list.IndexOf(other => !removed.Contains(other));
        return firstLeft < 0 ? null
            : index < firstLeft ? TextSpan.FromBounds(node.SpanStart, list[index + 1].SpanStart)
            : TextSpan.FromBounds(list[index - 1].Span.End, node.Span.End);
    }

    /// <summary>A list of attributes and, unless a comment follows, the space behind it: what follows stands in its place.</summary>
    private static TextSpan UpToNext(AttributeListSyntax list)
    {
        SyntaxToken next = list.GetLastToken().GetNextToken();
        var gap = TextSpan.FromBounds(list.Span.End, next.SpanStart);
        bool isSpace = list.SyntaxTree.GetText().ToString(gap).All(char.IsWhiteSpace);
        return isSpace ? TextSpan.FromBounds(list.SpanStart, next.SpanStart) : list.Span;
    }

    private static NameSyntax Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => name,
    };
}
