using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>Why a class cannot be completed.</summary>
/// <param name="Text">What is wrong and what to do.</param>
/// <param name="Member">The member that is in the way; null where it is the class itself.</param>
/// <param name="IsClosed">Whether <c>partial</c> is missing.</param>
internal readonly record struct DeclarationFault(string Text, ISymbol? Member = null, bool IsClosed = false);

/// <summary>What a class must be so that a second declaration can complete it (CNN001).</summary>
internal static class DeclarationRules
{
    /// <summary>What is wrong with the class itself, else with its members.</summary>
    /// <param name="type">The class.</param>
    /// <param name="rules">What it gets.</param>
    /// <param name="compilation">Where it stands.</param>
    public static ImmutableArray<DeclarationFault> Faults(INamedTypeSymbol type, MemberRules rules, Compilation compilation) =>
        (ClassFault(type) ?? BaseClassRules.Fault(type, rules, compilation) ?? NamespaceRules.Fault(type, compilation)) is { } fault
            ? [new(fault, IsClosed: IsClosed(type))]
            : [.. rules.Clashes(type)];

    private static string? ClassFault(INamedTypeSymbol type)
    {
        if (type.IsRecord)
        {
            return "it is a record, whose copies would share working memory; write 'class'";
        }

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

        if (HasForeignLayout(type))
        {
            return "its fields' places are given by an attribute, and a network adds a field; remove the attribute";
        }

        return IsFileLocal(type) ? "no other file can complete a file-local type; remove 'file'" : null;
    }

    /// <summary>Whether the class, or one around it, is not partial; a record must become a class first.</summary>
    private static bool IsClosed(INamedTypeSymbol type)
    {
        bool isPartial = true;
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            isPartial &= IsPartial(outer);
        }

        return !isPartial && !type.IsRecord;
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasPrimaryConstructor(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });

    /// <summary><c>ComImport</c>, or an explicit <c>StructLayout</c>.</summary>
    private static bool HasForeignLayout(INamedTypeSymbol type) => type.IsComImport || type.GetAttributes().Any(attribute =>
        attribute.AttributeClass.IsNamed("System.Runtime.InteropServices.StructLayoutAttribute")
        && attribute.ConstructorArguments is [{ Value: (int)System.Runtime.InteropServices.LayoutKind.Explicit }]);

    private static bool IsFileLocal(INamedTypeSymbol type) =>
        type.IsFileLocal || (type.ContainingType is { } outer && IsFileLocal(outer));
}
