using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>The attributes of a network's or block's class by what they are.</summary>
internal sealed class AttributedClass
{
    private const string InputAttribute = "CnnGen.InputAttribute";
    private const string OutputAttribute = "CnnGen.OutputAttribute";
    private const string LayerAttribute = "CnnGen.LayerAttribute";

    /// <param name="type">The class.</param>
    /// <param name="marker">The attribute that makes it a network or a block.</param>
    public AttributedClass(INamedTypeSymbol type, string marker)
    {
        AttributeData[] attributes = [.. WithoutCopies(type.GetAttributes(), marker)];
        Type = type;
        Inputs = [.. attributes.Where(attribute => attribute.AttributeClass.IsNamed(InputAttribute))];
        Outputs = [.. attributes.Where(attribute => attribute.AttributeClass.IsNamed(OutputAttribute))];
        Layers = [.. attributes.Where(IsLayer)];
    }

    public INamedTypeSymbol Type { get; }

    public ImmutableArray<AttributeData> Inputs { get; }

    public ImmutableArray<AttributeData> Outputs { get; }

    public ImmutableArray<AttributeData> Layers { get; }

    /// <summary>The order of attributes on different declarations is undefined (CNN003).</summary>
    /// <param name="owner">Whose places the problems have.</param>
    public IEnumerable<Problem> Apart(int owner) => Apart(Layers, Site.Layer, owner).Concat(Apart(Outputs, Site.Output, owner));

    public static bool IsResolved(AttributeData attribute) => attribute.AttributeClass is { TypeKind: not TypeKind.Error };

    /// <summary>Whether both stand on one declaration, the first before the second.</summary>
    public static bool IsBefore(AttributeData first, AttributeData second) =>
        DeclarationKey(first) == DeclarationKey(second)
        && first.ApplicationSyntaxReference is { } a
        && second.ApplicationSyntaxReference is { } b
        && a.Span.Start < b.Span.Start;

    private IEnumerable<Problem> Apart(ImmutableArray<AttributeData> attributes, Site site, int owner)
    {
        var declarations = new HashSet<(SyntaxTree?, int)>();
        for (int i = 0; i < attributes.Length; i++)
        {
            if (IsResolved(attributes[i]) && declarations.Add(DeclarationKey(attributes[i])) && declarations.Count > 1)
            {
                yield return Problem.Error(DiagnosticIds.LayersApart, new(site, i, Owner: owner), Type.Name);
            }
        }
    }

    /// <summary>
    /// Without the attributes of declarations that repeat the marker, for which C# has an error: mostly a file that was copied by mistake.
    /// </summary>
    private static IEnumerable<AttributeData> WithoutCopies(ImmutableArray<AttributeData> attributes, string marker)
    {
        AttributeData[] markers = [.. attributes.Where(attribute => attribute.AttributeClass.IsNamed(marker))];
        HashSet<(SyntaxTree?, int)> copies = [.. markers.Select(DeclarationKey)];
        if (markers.Length > 0)
        {
            copies.Remove(DeclarationKey(markers[0]));
        }

        return attributes.Where(attribute => !copies.Contains(DeclarationKey(attribute)));
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

    private static (SyntaxTree?, int) DeclarationKey(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.SyntaxTree, attribute.Declaration()?.SpanStart ?? 0);
}

internal static class SymbolExtensions
{
    public static AttributeData? FindAttribute(this INamedTypeSymbol type, string name) =>
        type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.IsNamed(name));

    /// <param name="type">A type.</param>
    /// <param name="name">With its namespace. The full name is made only where the last part is equal.</param>
    public static bool IsNamed(this INamedTypeSymbol? type, string name) =>
        type is not null && name.EndsWith(type.Name, StringComparison.Ordinal) && type.ToDisplayString() == name;

    /// <summary>The class declaration that the attribute stands on.</summary>
    public static TypeDeclarationSyntax? Declaration(this AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
