using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>An attributed class -> its spec, and where its parts stand.</summary>
internal static class NetworkParser
{
    public const string NetworkAttribute = "CnnGen.NetworkAttribute";

    private const string InputAttribute = "CnnGen.InputAttribute";
    private const string LayerAttribute = "CnnGen.LayerAttribute";

    /// <param name="type">The class.</param>
    /// <param name="network">Its <c>Network</c> attribute.</param>
    public static (NetworkSpec Spec, AttributeLocations Locations) Parse(
        INamedTypeSymbol type, AttributeData network, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        ImmutableArray<AttributeData> inputs = [.. attributes.Where(attribute => attribute.AttributeClass.IsNamed(InputAttribute))];
        ImmutableArray<AttributeData> layers = [.. attributes.Where(IsLayer)];
        cancellation.ThrowIfCancellationRequested();

        TypeDeclarationSyntax? declaration = Declaration(network);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        string? fault = DeclarationRules.Fault(type);
        if (fault is not null)
        {
            problems.Add(Problem.Error(DiagnosticIds.NotPartial, Place.Class, type.Name, fault));
        }

        problems.AddRange(MisplacedInputs(type, inputs, layers));
        problems.AddRange(LayersApart(type, layers));
        var spec = new NetworkSpec(
            TypeNames.Namespace(type),
            TypeNames.ContainingTypes(type),
            TypeNames.Keyword(type),
            TypeNames.Escape(type.Name),
            TypeNames.HintName(type),
            CanEmit: fault is null,
            AttributeReader.Read(network),
            EquatableArray<LayerSpec>.From(inputs.Select(AttributeReader.Read)),
            EquatableArray<LayerSpec>.From(layers.Select(AttributeReader.Read)),
            new(problems.ToImmutable()));
        return (spec, new(declaration?.Identifier.GetLocation() ?? type.Locations[0], network, inputs, layers));
    }

    /// <summary>An attribute that C# cannot resolve may be a layer with a typing error; its place among the layers stays unknown.</summary>
    private static bool IsLayer(AttributeData attribute)
    {
        for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.TypeKind == TypeKind.Error || type.IsNamed(LayerAttribute))
            {
                return true;
            }
        }

        return attribute.AttributeClass is null;
    }

    private static IEnumerable<Problem> MisplacedInputs(
        INamedTypeSymbol type, ImmutableArray<AttributeData> inputs, ImmutableArray<AttributeData> layers)
    {
        if (inputs.IsEmpty)
        {
            yield return Problem.Error(DiagnosticIds.InputMisplaced, Place.Class,
                $"'{type.Name}' has no Input; write its shape before the layers, for example [Input(3, 224, 224)] or [Input(784)]");
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            if (i > 0)
            {
                yield return Problem.Error(
                    DiagnosticIds.InputMisplaced, Place.Input(i), $"'{type.Name}' has an Input already; remove one of them");
            }
            else if (layers.Any(layer => IsResolved(layer) && IsBefore(layer, inputs[0])))
            {
                yield return Problem.Error(
                    DiagnosticIds.InputMisplaced, Place.Input(i), "Input stands after a layer; put it before all layers");
            }
        }
    }

    private static bool IsBefore(AttributeData first, AttributeData second) =>
        DeclarationKey(first) == DeclarationKey(second)
        && first.ApplicationSyntaxReference is { } a
        && second.ApplicationSyntaxReference is { } b
        && a.Span.Start < b.Span.Start;

    private static IEnumerable<Problem> LayersApart(INamedTypeSymbol type, ImmutableArray<AttributeData> layers)
    {
        var declarations = new HashSet<(SyntaxTree?, int)>();
        for (int i = 0; i < layers.Length; i++)
        {
            if (IsResolved(layers[i]) && declarations.Add(DeclarationKey(layers[i])) && declarations.Count > 1)
            {
                yield return Problem.Error(DiagnosticIds.LayersApart, Place.Layer(i), type.Name);
            }
        }
    }

    private static bool IsResolved(AttributeData attribute) => attribute.AttributeClass is { TypeKind: not TypeKind.Error };

    private static (SyntaxTree?, int) DeclarationKey(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.SyntaxTree, Declaration(attribute)?.SpanStart ?? 0);

    private static TypeDeclarationSyntax? Declaration(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static bool IsNamed(this INamedTypeSymbol? type, string name) => type?.ToDisplayString() == name;
}
