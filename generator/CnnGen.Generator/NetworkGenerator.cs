using System.Collections.Immutable;
using System.Text;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator;

/// <summary>Completes every class under <c>[Network]</c>: attributes -> spec -> graph -> source.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>Tracking name of the step that reads the attributes.</summary>
    internal const string SpecStep = "NetworkSpec";

    /// <summary>Tracking name of the step that reads the headers of embedded weights.</summary>
    internal const string WeightsStep = "Weights";

    /// <summary>Tracking name of the step that compiles the network.</summary>
    internal const string SourceStep = "Source";

    /// <summary>The project's property that puts guarded zones between the tensors of every network; for tests.</summary>
    private const string GuardProperty = "build_property.CnnGenGuardMemory";

    /// <summary>The project's property that makes every network measure its calls; for the benchmarks' breakdown by layers.</summary>
    private const string ProfileProperty = "build_property.CnnGenProfile";

    /// <summary>The project's property that draws every network.</summary>
    private const string DiagramProperty = "build_property.CnnGenDiagram";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkSpec> specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                NetworkParser.NetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => Parse(target, cancellation))
            .WithTrackingName(SpecStep)
            .SelectMany(static (spec, _) => spec is null ? ImmutableArray<NetworkSpec>.Empty : [spec]);

        IncrementalValueProvider<EquatableArray<WeightsFile>> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => WeightsParser.Parse(pair.Left, pair.Right))
            .WithTrackingName(WeightsStep)
            .Collect()
            .Select(static (files, _) => EquatableArray<WeightsFile>.From(files.OfType<WeightsFile>()));

        IncrementalValueProvider<EquatableArray<AssignedWeights>> weights = specs
            .Select(static (spec, _) => spec.FullName)
            .Collect()
            .Combine(files)
            .Select(static (pair, _) => WeightsAssignment.Of(pair.Right, pair.Left));

        IncrementalValueProvider<CompilerOptions> options = context.AnalyzerConfigOptionsProvider.Select(
            static (provider, _) => new CompilerOptions(
                IsGuarded: IsOn(provider.GlobalOptions, GuardProperty),
                IsProfiled: IsOn(provider.GlobalOptions, ProfileProperty),
                IsDrawn: IsOn(provider.GlobalOptions, DiagramProperty)));

        IncrementalValuesProvider<EmittedNetwork> sources = specs
            .Combine(weights)
            .Select(static (pair, _) => pair.Left.With(pair.Right))
            .Combine(options)
            .Select(static (pair, cancellation) => Compile(pair.Left, pair.Right, cancellation))
            .WithTrackingName(SourceStep);

        IncrementalValueProvider<EquatableArray<string>> clashes = specs
            .Select(static (spec, _) => (spec.HintName, spec.CodeName))
            .Collect()
            .Select(static (names, _) => HintNames.Clashes(names));

        context.RegisterSourceOutput(
            sources.Where(static source => source.Text is not null).Combine(clashes),
            static (output, pair) => Write(output, HintNames.Unique(pair.Left.HintName, pair.Left.CodeName, pair.Right), pair.Left));

        IncrementalValueProvider<bool> mustReport = sources
            .Where(static source => source.HasErrors)
            .Collect()
            .Combine(weights)
            .Select(static (pair, _) => !pair.Left.IsEmpty || pair.Right.Any(file => file.Problem is not null))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => pair.Left && AnalyzerSettings.MayBeOff(pair.Right.GlobalOptions));

        context.RegisterSourceOutput(
            mustReport.Combine(files).Combine(context.CompilationProvider),
            static (output, all) => Report(output, all.Left.Left, new(all.Right, all.Left.Right)));
    }

    /// <summary>The network, at the first of its <c>Network</c> attributes; at others, which are an error of C#, null.</summary>
    private static NetworkSpec? Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        SyntaxReference? first = type.FindAttribute(NetworkParser.NetworkAttribute)?.ApplicationSyntaxReference;
        bool isFirst = target.Attributes.Any(attribute =>
            attribute.ApplicationSyntaxReference is { } here && here.SyntaxTree == first?.SyntaxTree && here.Span == first.Span);
        return isFirst && NetworkParser.IsNetwork(type)
            ? NetworkParser.Parse(type, target.SemanticModel.Compilation, cancellation).Spec
            : null;
    }

    private static bool IsOn(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue(property, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static EmittedNetwork Compile(NetworkSpec spec, CompilerOptions options, CancellationToken cancellation)
    {
        CompiledNetwork network = Compiler.Compile(spec, options, cancellation);
        bool hasErrors = network.Problems.Any(problem => problem.Severity == Severity.Error);
        return new(spec.HintName, spec.CodeName, network.Text, network.Diagram, hasErrors);
    }

    private static void Write(SourceProductionContext context, string hintName, EmittedNetwork network)
    {
        context.AddSource(hintName, Utf8(network.Text!));
        if (network.Diagram is { } diagram)
        {
            context.AddSource(HintNames.OfDiagram(hintName), Utf8(diagram));
        }
    }

    private static SourceText Utf8(string text) => SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>A class with mistakes does not build, also where the analyzer does not run.</summary>
    private static void Report(SourceProductionContext context, bool mustReport, KnownFindings known)
    {
        IEnumerable<Finding> errors = mustReport
            ? known.OfAll(context.CancellationToken).Where(finding => finding.Problem.Severity == Severity.Error)
            : [];
        foreach (Finding error in Finding.WithoutRepetitions(errors))
        {
            context.ReportDiagnostic(error.ToDiagnostic(isFinal: true));
        }

        foreach (Diagnostic error in mustReport ? known.OfFiles() : [])
        {
            context.ReportDiagnostic(error);
        }
    }

    /// <param name="Text">Null where nothing is emitted.</param>
    /// <param name="Diagram">Null where none is asked for.</param>
    private sealed record EmittedNetwork(string HintName, string CodeName, string? Text, string? Diagram, bool HasErrors);
}
