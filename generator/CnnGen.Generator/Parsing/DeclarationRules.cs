using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>What a class must be so that a second declaration can complete it.</summary>
internal static class DeclarationRules
{
    /// <summary>Members that a network gets; a class cannot have a member of its own name.</summary>
    private static readonly ImmutableHashSet<string> Members = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Load", "Save", "Predict", "PredictBatch", "Fork", "Threads", "Parameters", "Info",
        "InputLength", "OutputLength", "ParameterCount", "MultiplyAdds", "ArenaBytes",
        "_inference");

    /// <summary>What is wrong and what to do, or null.</summary>
    public static string? Fault(INamedTypeSymbol type)
    {
        if (!IsPartial(type))
        {
            return "it must be partial; write 'partial class'";
        }

        if (type.IsGenericType)
        {
            return "it is generic or nested in a generic type; make it non-generic";
        }

        if (type.IsStatic || type.IsAbstract)
        {
            return $"it is {(type.IsStatic ? "static" : "abstract")} and so has no instances; remove the modifier";
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer))
            {
                return $"its containing type '{outer.Name}' must be partial, too";
            }
        }

        if (HasPrimaryConstructor(type))
        {
            return "it has a primary constructor, which the constructors of a network cannot call; remove its parameters";
        }

        if (RequiredMember(type) is { } member)
        {
            return $"it requires '{member.Name}', which Load could not set; remove 'required'";
        }

        if (Members.Contains(type.Name))
        {
            return "a network has a member of this name, and a class cannot have a member of its own name; rename the class";
        }

        return IsFileLocal(type) ? "no other file can complete a file-local type; remove 'file'" : null;
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasPrimaryConstructor(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });

    private static ISymbol? RequiredMember(INamedTypeSymbol? type) => type is null
        ? null
        : type.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            ?? RequiredMember(type.BaseType);

    private static bool IsFileLocal(INamedTypeSymbol type) =>
        type.IsFileLocal || (type.ContainingType is { } outer && IsFileLocal(outer));
}
