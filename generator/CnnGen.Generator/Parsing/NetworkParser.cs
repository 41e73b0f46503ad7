using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Members;
using CnnGen.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Parsing;

/// <summary>An attributed class -> its spec, and where its parts stand.</summary>
internal static class NetworkParser
{
    public const string NetworkAttribute = "CnnGen.NetworkAttribute";

    /// <summary>Every network class in the compilation's own source, ordered by name.</summary>
    public static IEnumerable<INamedTypeSymbol> Networks(Compilation compilation) => Types(compilation.Assembly.GlobalNamespace)
        .Where(IsNetwork)
        .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>Whether it is a class under <c>Network</c>; on anything else the attribute is an error of C#.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.FindAttribute(NetworkAttribute) is not null;

    /// <summary>From <c>global::</c> on.</summary>
    public static string FullName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static EquatableArray<Fix> Open =>
        EquatableArray<Fix>.From([Fix.Of("make the class partial", new Edit(EditKind.MakePartial, Place.Class))]);

    /// <param name="type">A network.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static (NetworkSpec Spec, AttributeLocations Locations) Parse(
        INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var attributes = new AttributedClass(type, NetworkAttribute);
        AttributeData network = type.FindAttribute(NetworkAttribute)!;
        var reader = new AttributeReader(compilation);
        LayerSpec options = reader.Read(network);
        cancellation.ThrowIfCancellationRequested();

        string fullName = FullName(type);
        var rules = new MemberRules(fullName, NetworkMembers.Of(options.Get("Training", true), attributes.Outputs.Length));
        ImmutableArray<DeclarationFault> faults = DeclarationRules.Faults(type, rules, compilation);
        LanguageVersion language = LanguageRules.Of(type);
        ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(faults.Select((fault, i) =>
            NotCompleted(fault.Member is null ? Place.Class : Place.Member(i), fault.Text) with { Fixes = fault.IsClosed ? Open : default }));
        if (faults.IsEmpty && LanguageRules.Fault(language) is { } old)
        {
            problems.Add(NotCompleted(Place.Class, old));
        }

        problems.AddRange(MisplacedInputs(attributes));
        problems.AddRange(attributes.Apart(owner: 0));
        var blocks = new BlockParser(compilation, reader, cancellation);
        var spec = new NetworkSpec(
            TypeNames.Namespace(type),
            TypeNames.ContainingTypes(type),
            TypeNames.Escape(type.Name),
            fullName,
            TypeNames.HintName(type),
            TypeNames.CodeName(type),
            CanEmit: faults.IsEmpty && LanguageRules.CanEmitMembers(language) && TypeNames.AreWritten(type),
            LanguageRules.CanEmitContract(language),
            options,
            EquatableArray<LayerSpec>.From(attributes.Inputs.Select(reader.Read)),
            blocks.ReadLayers(attributes),
            EquatableArray<LayerSpec>.From(attributes.Outputs.Select(reader.Read)),
            blocks.ReadBlocks(),
            new(problems.ToImmutable()));
        return (spec, new(network, [attributes, .. blocks.Classes], [.. faults.Select(fault => (fault.Member ?? type).Locations[0])]));

        Problem NotCompleted(Place place, string fault) => Problem.Error(DiagnosticIds.NotPartial, place, type.Name, fault);
    }

    /// <summary>A block without a network: the first, and only its blocks, of a spec that has nothing else.</summary>
    public static (NetworkSpec Spec, AttributeLocations Locations) ParseBlock(
        INamedTypeSymbol block, Compilation compilation, CancellationToken cancellation)
    {
        var blocks = new BlockParser(compilation, new(compilation), cancellation);
        EquatableArray<BlockSpec> all = blocks.ReadBlocks(first: block);
        AttributeData marker = block.FindAttribute(BlockParser.BlockAttribute)!;
        return (NetworkSpec.OfBlocks(all), new(marker, [new(block, BlockParser.BlockAttribute), .. blocks.Classes], members: []));
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
