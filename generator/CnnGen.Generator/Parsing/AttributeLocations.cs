using System.Collections.Immutable;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>Where a network's attributes and their arguments stand in the source. Never cached.</summary>
/// <param name="network">The <c>Network</c> attribute.</param>
/// <param name="classes">The network's class, then its blocks.</param>
/// <param name="members">Members that are in the way.</param>
internal sealed class AttributeLocations(
    AttributeData network, ImmutableArray<AttributedClass> classes, ImmutableArray<Location> members)
{
    /// <summary>The type, and there the whole argument as written, else the attribute's name, else the class's name. What is wrong in a
    /// block of another assembly is reported where this one applies it.</summary>
    public (INamedTypeSymbol Type, Location Location) Find(Problem problem)
    {
        Place place = problem.Applied.Append(problem.Place).Last(step => IsInSource(classes[step.Owner].Type));
        return (classes[place.Owner].Type, Find(place));
    }

    private bool IsInSource(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, classes[0].Type.ContainingAssembly);

    private Location Find(Place place)
    {
        if (place.Site == Site.Member)
        {
            return members[place.Index];
        }

        AttributedClass type = classes[place.Owner];
        AttributeData? attribute = place.Site switch
        {
            Site.Network => network,
            Site.Input => type.Inputs[place.Index],
            Site.Layer => type.Layers[place.Index],
            Site.Output => type.Outputs[place.Index],
            _ => null,
        };
        if (attribute?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return ClassName(type, place.Owner);
        }

        AttributeArgumentSyntax[] arguments =
            place.Argument is null
                ? []
                : [.. Arguments(attribute, syntax).Where(pair => pair.Name == place.Argument).Select(pair => pair.Argument)];
        return arguments.Length switch
        {
            0 => syntax.Name.GetLocation(),
            1 => arguments[0].GetLocation(),
            _ => arguments[Math.Min(place.Item, arguments.Length - 1)].GetLocation(),
        };
    }

    private Location ClassName(AttributedClass type, int owner)
    {
        AttributeData? attribute = owner == 0 ? network : type.Layers.FirstOrDefault();
        return attribute?.Declaration()?.Identifier.GetLocation() ?? type.Type.Locations[0];
    }

    /// <summary>The arguments as written, with their names: several of one name where its values are written one by one.</summary>
    public static IEnumerable<(string Name, AttributeArgumentSyntax Argument)> Arguments(AttributeData attribute, AttributeSyntax syntax)
    {
        if (syntax.ArgumentList is null)
        {
            yield break;
        }

        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList.Arguments)
        {
            string? written = argument.NameEquals?.Name.Identifier.ValueText
                ?? argument.NameColon?.Name.Identifier.ValueText
                ?? ParameterAt(attribute.AttributeConstructor, position++);
            if (written is not null)
            {
                yield return (written, argument);
            }
        }
    }

    private static string? ParameterAt(IMethodSymbol? constructor, int position) =>
        constructor is null || constructor.Parameters.IsEmpty
            ? null
            : constructor.Parameters[Math.Min(position, constructor.Parameters.Length - 1)].Name;
}
