using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Parsing;

/// <summary>How a type is declared again in another file.</summary>
internal static class TypeNames
{
    /// <summary>Bytes that the name of a type or a file may have; .NET and file systems give up at 1023 and 255.</summary>
    private const int MostBytes = 200;

    /// <summary>Whether no part of the name is missing, which is an error of C#.</summary>
    public static bool AreWritten(INamedTypeSymbol type) => NamespaceParts(type).Concat(TypeParts(type)).All(name => name.Length > 0);

    public static string Namespace(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : string.Join(".", NamespaceParts(type).Select(Escape));

    public static EquatableArray<string> ContainingTypes(INamedTypeSymbol type) =>
        EquatableArray<string>.From(Outer(type).Reverse().Select(outer => $"partial {Keyword(outer)} {Escape(outer.Name)}"));

    /// <summary>A name of small letters alone may be a keyword of this language version or the next.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && !name.All(c => c is >= 'a' and <= 'z') ? name : "@" + name;

    /// <summary><c>Namespace.Outer.Name.g.cs</c>.</summary>
    public static string HintName(INamedTypeSymbol type) =>
        Shorten(string.Join(".", NamespaceParts(type).Concat(TypeParts(type)))) + ".g.cs";

    /// <summary>
    /// A name for the compiled code that no other class has: the parts' underscores are written <c>_0</c> and nested types stand behind
    /// <c>_1</c>, and no part begins with a digit. C# reserves names with two underscores for the likes of this.
    /// </summary>
    public static string CodeName(INamedTypeSymbol type)
    {
        string types = string.Join("_1", TypeParts(type).Select(Mangle));
        return Shorten("Net__" + string.Join("_", NamespaceParts(type).Select(Mangle).Append(types)));
    }

    private static string Mangle(string name) => name.Replace("_", "_0");

    /// <summary>A long name's beginning and a hash of all of it.</summary>
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
        {
            return name;
        }

        ulong hash = 14695981039346656037;
        foreach (byte part in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ part) * 1099511628211);
        }

        return $"{name.Substring(0, MostBytes / 4)}_2{hash.ToString("x16", CultureInfo.InvariantCulture)}";
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static IEnumerable<string> NamespaceParts(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            names.Push(space.Name);
        }

        return names;
    }

    private static IEnumerable<string> TypeParts(INamedTypeSymbol type) => Outer(type).Reverse().Append(type).Select(part => part.Name);

    private static IEnumerable<INamedTypeSymbol> Outer(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }
}
