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
            IEnumerable<TextChange> changes = file.SelectMany(edit => Changes(root, edit.Edit, edit.Place.SourceSpan));
            solution = solution.WithDocumentText(document.Id, text.WithChanges(Merge(changes)));
        }

        return solution;
    }

    /// <summary>Texts at one place are written in their order.</summary>
    private static IEnumerable<TextChange> Merge(IEnumerable<TextChange> changes) => changes
        .GroupBy(change => change.Span)
        .Select(same => new TextChange(same.Key, string.Concat(same.Select(change => change.NewText))))
        .OrderBy(change => change.Span.Start);

    private static IEnumerable<TextChange> Changes(SyntaxNode root, DiagnosticEdit edit, TextSpan place)
    {
        SyntaxNode node = root.FindNode(place);
        if (edit.Kind == EditKind.MakePartial)
        {
            return node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
                .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                .Select(type => new TextChange(new(type.Keyword.SpanStart, 0), "partial "));
        }

        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
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
                EditKind.RemoveArgument when argument is not null => new(WithComma(argument), ""),
                EditKind.RemoveLayer => new(WithComma(attribute), ""),
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

    /// <summary>The argument and the comma that goes with it; an only one with its brackets.</summary>
    private static TextSpan WithComma(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        int index = list.Arguments.IndexOf(argument);
        return list.Arguments.Count == 1 ? list.Span
            : index + 1 < list.Arguments.Count ? TextSpan.FromBounds(argument.SpanStart, list.Arguments[index + 1].SpanStart)
            : TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End);
    }

    /// <summary>The attribute and the comma that goes with it; an only one with its brackets and the line that they had.</summary>
    private static TextSpan WithComma(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        int index = list.Attributes.IndexOf(attribute);
        return list.Attributes.Count == 1 ? TextSpan.FromBounds(list.SpanStart, list.FullSpan.End)
            : index + 1 < list.Attributes.Count ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[index + 1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
    }

    private static NameSyntax Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => name,
    };
}
