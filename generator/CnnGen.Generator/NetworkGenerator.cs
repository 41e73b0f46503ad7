using System.Text;
using CnnGen.Generator.Emit;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator;

/// <summary>Completes every class under <c>[Network]</c>: attributes -> spec -> graph -> source.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>Tracking name of the step that reads the attributes.</summary>
    internal const string SpecStep = "NetworkSpec";

    /// <summary>Tracking name of the step that compiles the network.</summary>
    internal const string SourceStep = "Source";

    /// <summary>The project's property that puts guarded zones between the tensors of every network; for tests.</summary>
    private const string GuardProperty = "build_property.CnnGenGuardMemory";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkSpec> specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                NetworkParser.NetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) =>
                    NetworkParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.Attributes[0], cancellation).Spec)
            .WithTrackingName(SpecStep);

        IncrementalValueProvider<bool> isGuarded = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(GuardProperty, out string? value)
            && value.Equals("true", StringComparison.OrdinalIgnoreCase));

        IncrementalValuesProvider<(string HintName, string Text)> sources = specs
            .Where(static spec => spec.CanEmit)
            .Combine(isGuarded)
            .Select(static (pair, _) =>
                (pair.Left.HintName, NetworkEmitter.Emit(pair.Left, GraphBuilder.Build(pair.Left), isGuarded: pair.Right)))
            .WithTrackingName(SourceStep);

        IncrementalValueProvider<EquatableArray<string>> clashes = specs
            .Select(static (spec, _) => spec.HintName)
            .Collect()
            .Select(static (names, _) => HintNames.Clashes(names));

        context.RegisterSourceOutput(
            sources.Combine(clashes),
            static (output, pair) => output.AddSource(
                HintNames.Unique(pair.Left.HintName, pair.Right),
                SourceText.From(pair.Left.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
    }
}
