using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>An attributed class -> its spec, and where its parts stand.</summary>
internal static class NetworkParser
{
    public const string NetworkAttribute = "CnnGen.NetworkAttribute";

    /// <summary>Every network class in the compilation's own source, ordered by name.</summary>
    public static IEnumerable<INamedTypeSymbol> Networks(Compilation compilation) => Types(compilation.Assembly.GlobalNamespace)
        .Where(type => type.FindAttribute(NetworkAttribute) is not null)
        .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <param name="type">The class.</param>
    /// <param name="network">Its <c>Network</c> attribute.</param>
    public static (NetworkSpec Spec, AttributeLocations Locations) Parse(
        INamedTypeSymbol type, AttributeData network, CancellationToken cancellation)
    {
        var attributes = new AttributedClass(type);
        cancellation.ThrowIfCancellationRequested();

        var problems = ImmutableArray.CreateBuilder<Problem>();
        string? fault = DeclarationRules.Fault(type);
        if (fault is not null)
        {
            problems.Add(Problem.Error(DiagnosticIds.NotPartial, Place.Class, type.Name, fault));
        }

        problems.AddRange(MisplacedInputs(attributes));
        problems.AddRange(attributes.Apart(owner: 0));
        var blocks = new BlockParser(cancellation);
        var spec = new NetworkSpec(
            TypeNames.Namespace(type),
            TypeNames.ContainingTypes(type),
            TypeNames.Keyword(type),
            TypeNames.Escape(type.Name),
            TypeNames.HintName(type),
            CanEmit: fault is null,
            AttributeReader.Read(network),
            EquatableArray<LayerSpec>.From(attributes.Inputs.Select(AttributeReader.Read)),
            blocks.ReadLayers(attributes),
            EquatableArray<LayerSpec>.From(attributes.Outputs.Select(AttributeReader.Read)),
            blocks.ReadBlocks(),
            new(problems.ToImmutable()));
        return (spec, new(network, [attributes, .. blocks.Classes]));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    private static IEnumerable<Problem> MisplacedInputs(AttributedClass network)
    {
        if (network.Inputs.IsEmpty)
        {
            yield return Problem.Error(DiagnosticIds.InputMisplaced, Place.Class,
                $"'{network.Type.Name}' has no Input; write its shape before the layers, for example [Input(3, 224, 224)] or [Input(784)]");
        }

        for (int i = 0; i < network.Inputs.Length; i++)
        {
            if (i > 0)
            {
                yield return Problem.Error(
                    DiagnosticIds.InputMisplaced, Place.Input(i), $"'{network.Type.Name}' has an Input already; remove one of them");
            }
            else if (network.Layers.Any(layer => AttributedClass.IsResolved(layer) && AttributedClass.IsBefore(layer, network.Inputs[0])))
            {
                yield return Problem.Error(
                    DiagnosticIds.InputMisplaced, Place.Input(i), "Input stands after a layer; put it before all layers");
            }
        }
    }
}
