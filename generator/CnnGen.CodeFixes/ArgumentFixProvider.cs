using System.Collections.Immutable;
using System.Composition;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnGen.CodeFixes;

/// <summary>Sets or removes arguments of layers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentFixProvider)), Shared]
public sealed class ArgumentFixProvider : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        DiagnosticIds.UnknownTensor, DiagnosticIds.DuplicateName, DiagnosticIds.Contradiction, DiagnosticIds.KernelTooLarge,
        DiagnosticIds.StrideLeavesRest, DiagnosticIds.PaddingTooLarge, DiagnosticIds.GroupsDoNotDivide, DiagnosticIds.SameWithStride,
        DiagnosticIds.PaddingBeyondInput, DiagnosticIds.OutputPaddingTooLarge, DiagnosticIds.ChannelsDoNotFit, DiagnosticIds.NothingLeft,
        DiagnosticIds.BiasWithoutEffect, DiagnosticIds.PyTorchOrder, DiagnosticIds.SingleElements, DiagnosticIds.OverBudget,
        DiagnosticIds.ProbabilitiesAsOutput, DiagnosticIds.NormBeforeOutput,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    private protected override bool IsOffered(DiagnosticFix fix) =>
        fix.Edits.All(edit => edit.Kind is EditKind.SetArgument or EditKind.RemoveArgument or EditKind.ReplaceArgument);
}
