using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
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
            var known = new KnownFindings(start.Compilation, WeightsParser.Parse(start.Options));
            start.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(file => Analyze(file, known));
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, KnownFindings known)
    {
        foreach (Diagnostic diagnostic in known.OfFiles().Where(found => found.Location.GetLineSpan().Path == context.AdditionalFile.Path))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>
    /// Every mistake is reported with the class in which it stands: those in a block by the first network that has them, else by the block.
    /// </summary>
    private static void Analyze(SymbolAnalysisContext context, KnownFindings known)
    {
        CancellationToken cancellation = context.CancellationToken;
        var type = (INamedTypeSymbol)context.Symbol;
        bool isNetwork = NetworkParser.IsNetwork(type);
        bool isBlock = type.FindAttribute(BlockParser.BlockAttribute) is not null;
        if (!isNetwork && !isBlock && type.TypeKind == TypeKind.Class
            && new AttributedClass(type, BlockParser.BlockAttribute).Layers.Any(AttributedClass.IsResolved))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotCompiled, type.Locations[0], type.Name));
        }

        IEnumerable<Finding> findings = isNetwork ? known.Of(type, cancellation) : [];
        if (isBlock)
        {
            findings = [.. findings, .. known.OfAll(cancellation), .. Finding.OfBlock(type, context.Compilation, cancellation)];
        }

        IEnumerable<Finding> own = findings.Where(finding => SymbolEqualityComparer.Default.Equals(finding.Type, type));
        foreach (Finding finding in Finding.WithoutRepetitions(own))
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
