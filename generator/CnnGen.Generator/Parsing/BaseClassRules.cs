using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Parsing;

/// <summary>What a network's base class must be: its constructor is called, and its members are hidden.</summary>
internal static class BaseClassRules
{
    private static readonly string[] Warnings = ["System.ObsoleteAttribute", "System.Diagnostics.CodeAnalysis.ExperimentalAttribute"];

    /// <summary>What is wrong and what to do, or null.</summary>
    public static string? Fault(INamedTypeSymbol type, MemberRules rules, Compilation compilation)
    {
        if (RequiredMember(type) is { } required)
        {
            return $"it requires '{required.Name}', which Load could not set; remove 'required'";
        }

        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers().FirstOrDefault(member => member.IsAbstract && rules.Clashes(member)) is { } hidden)
            {
                return $"its base class '{ancestor.Name}' has an abstract member '{hidden.Name}', " +
                    "which a member of the network would hide; rename it or remove 'abstract'";
            }
        }

        return type.BaseType is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } parent
            ? ConstructorFault(type, parent, compilation)
            : null;
    }

    private static string? ConstructorFault(INamedTypeSymbol type, INamedTypeSymbol parent, Compilation compilation)
    {
        IMethodSymbol[] callable =
        [
            .. parent.InstanceConstructors.Where(constructor =>
                compilation.IsSymbolAccessibleWithin(constructor, type)
                && constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)),
        ];
        IMethodSymbol[] exact = [.. callable.Where(constructor => constructor.Parameters.IsEmpty)];
        IMethodSymbol? called = exact.Length == 1 ? exact[0] : callable.Length == 1 ? callable[0] : null;
        if (called is null)
        {
            return $"its base class '{parent.Name}' has no accessible constructor without parameters, which a network's constructors call" +
                "; add one, or remove the base class";
        }

        return called.GetAttributes().Any(attribute => Warnings.Any(attribute.AttributeClass.IsNamed))
            ? $"the constructor of its base class '{parent.Name}', which a network's constructors call, is obsolete or experimental; " +
                "remove that attribute, or the base class"
            : null;
    }

    private static ISymbol? RequiredMember(INamedTypeSymbol? type) => type is null
        ? null
        : type.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            ?? RequiredMember(type.BaseType);
}
