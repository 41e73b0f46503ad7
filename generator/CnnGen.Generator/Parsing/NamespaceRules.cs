using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>
/// The names that no way of writing makes safe: a project's own type stands before a namespace or a type of the same full name in a
/// library, also behind <c>global::</c>.
/// </summary>
internal static class NamespaceRules
{
    private const string Library = "CnnGen";

    private static readonly string[] Used =
    [
        "System", "System.IO", "System.CodeDom", "System.CodeDom.Compiler", "System.Diagnostics", "System.Diagnostics.CodeAnalysis",
        "System.Runtime", "System.Runtime.CompilerServices", "System.Runtime.InteropServices",
        "System.Span`1", "System.ReadOnlySpan`1", "System.MathF", "System.Math", "System.IO.Stream", "System.InvalidOperationException",
        "System.CodeDom.Compiler.GeneratedCodeAttribute", "System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.CompilerServices.MethodImplAttribute",
        "System.Runtime.CompilerServices.MethodImplOptions", "System.Runtime.InteropServices.MemoryMarshal",
        Library, "CnnGen.Runtime", "CnnGen.Generated",
    ];

    /// <summary>What is wrong and what to do, or null.</summary>
    public static string? Fault(INamedTypeSymbol type, Compilation compilation) =>
        Used.Select(compilation.Assembly.GetTypeByMetadataName).Concat(Doubles(type, compilation))
            .FirstOrDefault(found => found is not null)
            is { } hiding
            ? $"the type '{hiding.ToDisplayString()}' hides a name of the .NET or CnnGen library that compiled networks need; " +
                "rename it, or put it into another namespace"
            : null;

    /// <summary>The project's types that have the names of CnnGen's own.</summary>
    private static IEnumerable<INamedTypeSymbol?> Doubles(INamedTypeSymbol type, Compilation compilation)
    {
        IAssemblySymbol library = type.FindAttribute(NetworkParser.NetworkAttribute)!.AttributeClass!.ContainingAssembly;
        return SymbolEqualityComparer.Default.Equals(library, compilation.Assembly)
            ? []
            : Namespaces(compilation.Assembly.GlobalNamespace).SelectMany(space => space.GetTypeMembers())
                .Where(own => library.GetTypeByMetadataName($"{own.ContainingNamespace.ToDisplayString()}.{own.MetadataName}")
                    is { DeclaredAccessibility: Accessibility.Public });
    }

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol root)
    {
        INamespaceSymbol? library = root.GetNamespaceMembers().FirstOrDefault(space => space.Name == Library);
        return library is null ? [] : library.GetNamespaceMembers().Where(space => space.Name == "Runtime").Prepend(library);
    }
}
