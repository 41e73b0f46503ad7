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
        context.RegisterCompilationStartAction(static start =>
        {
            Compilation compilation = start.Compilation;
            var all = new Lazy<ImmutableArray<Finding>>(() => FindAll(compilation), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterSymbolAction(symbol => Analyze(symbol, all), SymbolKind.NamedType);
        });
    }

    /// <summary>Every mistake is reported with the class in which it stands: those in a block by the first network that has them.</summary>
    private static void Analyze(SymbolAnalysisContext context, Lazy<ImmutableArray<Finding>> all)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        bool isNetwork = type.FindAttribute(NetworkParser.NetworkAttribute) is not null;
        bool isBlock = type.FindAttribute(BlockParser.BlockAttribute) is not null;
        if (!isNetwork && !isBlock && new AttributedClass(type).Layers.Any(AttributedClass.IsResolved))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotCompiled, type.Locations[0], type.Name));
        }

        IEnumerable<Finding> findings = isNetwork ? Find(type, context.CancellationToken) : [];
        if (isBlock)
        {
            findings = findings.Concat(all.Value);
        }

        var reported = new HashSet<(string, Location)>();
        foreach (Finding finding in findings)
        {
            if (SymbolEqualityComparer.Default.Equals(finding.Type, type) && reported.Add((finding.Problem.Id, finding.Location)))
            {
                context.ReportDiagnostic(Descriptors.ToDiagnostic(finding.Problem, finding.Location));
            }
        }
    }

    private static ImmutableArray<Finding> FindAll(Compilation compilation) =>
        [.. NetworkParser.Networks(compilation).SelectMany(network => Find(network, CancellationToken.None))];

    private static IEnumerable<Finding> Find(INamedTypeSymbol network, CancellationToken cancellation)
    {
        AttributeData attribute = network.FindAttribute(NetworkParser.NetworkAttribute)!;
        (NetworkSpec spec, AttributeLocations locations) = NetworkParser.Parse(network, attribute, cancellation);
        GraphResult result = GraphBuilder.Build(spec);
        return result.Problems.Concat(ArenaBudget.Check(spec, result.Graph)).Select(problem =>
        {
            (INamedTypeSymbol type, Location location) = locations.Find(problem);
            return new Finding(type, location, problem);
        });
    }

    private sealed record Finding(INamedTypeSymbol Type, Location Location, Problem Problem);
}
