using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Parsing;

/// <summary>How a type is declared again in another file.</summary>
internal static class TypeNames
{
    public static string Namespace(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : string.Join(".", type.ContainingNamespace.ToDisplayString().Split('.').Select(part => Escape(part.TrimStart('@'))));

    public static EquatableArray<string> ContainingTypes(INamedTypeSymbol type) =>
        EquatableArray<string>.From(Outer(type).Reverse().Select(outer => $"partial {Keyword(outer)} {Escape(outer.Name)}"));

    public static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary><c>Namespace.Outer.Name.g.cs</c>.</summary>
    public static string HintName(INamedTypeSymbol type)
    {
        IEnumerable<string> types = Outer(type).Reverse().Append(type).Select(part => part.Name);
        string prefix = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString().Replace("@", "") + ".";
        return $"{prefix}{string.Join(".", types)}.g.cs";
    }

    private static IEnumerable<INamedTypeSymbol> Outer(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }
}
