using System.Collections.Immutable;
using System.Composition;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnGen.CodeFixes;

/// <summary>Inserts, replaces or removes layers. Each changes what the layers below it read, so not all are done at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayerFixProvider)), Shared]
public sealed class LayerFixProvider : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        DiagnosticIds.ShapesDiffer, DiagnosticIds.SizesDiffer, DiagnosticIds.WrongRank, DiagnosticIds.ChannelsDoNotFit,
        DiagnosticIds.SingleElements, DiagnosticIds.ActivationRepeated, DiagnosticIds.ProbabilitiesAsOutput, DiagnosticIds.DropoutAtEnd,
        DiagnosticIds.PoolOfOnePixel,
    ];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override bool IsOffered(DiagnosticFix fix) =>
        fix.Edits.Any(edit => edit.Kind is EditKind.InsertBefore or EditKind.ReplaceLayer or EditKind.RemoveLayer);
}
