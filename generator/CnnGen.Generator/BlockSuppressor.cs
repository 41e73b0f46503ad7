using System.Collections.Immutable;
using CnnGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator;

/// <summary>
/// A block is a class that nothing instantiates or derives from: the rules that would have it removed or sealed say nothing of it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockSuppressor : DiagnosticSuppressor
{
    private const string Reason = "Networks apply the block; it has no instances.";

    private static readonly ImmutableArray<SuppressionDescriptor> All =
        [new("CNNSPR001", "CA1812", Reason), new("CNNSPR002", "CA1852", Reason)];

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => All;

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is { } node
                && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is INamedTypeSymbol type
                && type.FindAttribute(BlockParser.BlockAttribute) is not null)
            {
                context.ReportSuppression(Suppression.Create(All.First(rule => rule.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
            }
        }
    }
}
