using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator;

/// <summary>Reports the mistakes in networks while they are written, where the user can act.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        AttributeData? network = type.GetAttributes().FirstOrDefault(
            attribute => attribute.AttributeClass?.ToDisplayString() == NetworkParser.NetworkAttribute);
        if (network is null)
        {
            return;
        }

        (NetworkSpec spec, AttributeLocations locations) = NetworkParser.Parse(type, network, context.CancellationToken);
        GraphResult result = GraphBuilder.Build(spec);
        foreach (Problem problem in result.Problems.Concat(ArenaBudget.Check(spec, result.Graph)))
        {
            context.ReportDiagnostic(Descriptors.ToDiagnostic(problem, locations.Find(problem.Place)));
        }
    }
}
