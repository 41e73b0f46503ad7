using CnnGen.Generator.Members;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>Which members a class may not have because a network gets them.</summary>
/// <param name="fullName">The class's name with its namespace, from <c>global::</c> on.</param>
/// <param name="members">What it gets.</param>
internal sealed class MemberRules(string fullName, IEnumerable<Member> members)
{
    private readonly Member[] _members = [.. members];

    /// <summary>The user's members that are in the way.</summary>
    public IEnumerable<DeclarationFault> Clashes(INamedTypeSymbol type)
    {
        if (_members.Any(member => member.Name == type.Name))
        {
            return [new("a network has a member of this name, and a class cannot have a member of its own name; rename the class")];
        }

        // C# rejects it as well; in emitted code the class's name would mean the nested one.
        if (type.GetTypeMembers(type.Name) is [var nested, ..])
        {
            return [new("a class cannot have a member of its own name; rename this one", nested)];
        }

        return type.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && !IsEmitted(member) && Clashes(member))
            .Select(member => new DeclarationFault($"a network gets {Describe(member)} of its own; remove or rename this one", member));
    }

    /// <summary>Whether the emitted members and this one cannot stand in one class.</summary>
    public bool Clashes(ISymbol symbol) => _members.Any(member => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor =>
            member.Kind == MemberKind.Constructor && HasSameParameters(member, constructor),
        IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } method =>
            Fill(member.Name).Replace("global::", "") == method.Name,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method when member.Kind == MemberKind.Method =>
            method.Name == member.Name && method.Arity == 0 && HasSameParameters(member, method),
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method =>
            method.Name == member.Name
            || (member.Kind == MemberKind.Property && (method.Name == "get_" + member.Name || method.Name == "set_" + member.Name)),
        IMethodSymbol => false,
        _ => member.Name.Length > 0 && (symbol.Name == member.Name || symbol.MetadataName == member.Name),
    });

    private bool HasSameParameters(Member member, IMethodSymbol method) => method.Parameters
        .Select(parameter => (parameter.RefKind, parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))
        .SequenceEqual(member.Parameters.Select(parameter => (RefKind.None, Fill(parameter.Type))));

    private string Fill(string text) => text.Replace("{T}", fullName);

    private static string Describe(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        ? $"a constructor ({string.Join(", ", constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString()))})"
        : $"'{member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";

    /// <summary>The analyzer sees the emitted file, too.</summary>
    private static bool IsEmitted(ISymbol member) => (member is IMethodSymbol { AssociatedSymbol: { } owner } ? owner : member)
        .GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: Marks.Tool }, _]);
}
