using System.Collections.Immutable;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Parsing;

/// <summary>Where a network's attributes and their arguments stand in the source. Never cached.</summary>
internal sealed class AttributeLocations(
    Location className, AttributeData network, ImmutableArray<AttributeData> inputs, ImmutableArray<AttributeData> layers)
{
    /// <summary>The whole argument as written, else the attribute's name, else the class's name.</summary>
    public Location Find(Place place)
    {
        AttributeData? attribute = place.Site switch
        {
            Site.Network => network,
            Site.Input => inputs[place.Index],
            Site.Layer => layers[place.Index],
            _ => null,
        };
        if (attribute?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return className;
        }

        AttributeArgumentSyntax? argument = place.Argument is null ? null : FindArgument(attribute, syntax, place.Argument);
        return argument?.GetLocation() ?? syntax.Name.GetLocation();
    }

    private static AttributeArgumentSyntax? FindArgument(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        if (syntax.ArgumentList is null)
        {
            return null;
        }

        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList.Arguments)
        {
            string? written = argument.NameEquals?.Name.Identifier.ValueText
                ?? argument.NameColon?.Name.Identifier.ValueText
                ?? ParameterAt(attribute.AttributeConstructor, position++);
            if (written == name)
            {
                return argument;
            }
        }

        return null;
    }

    private static string? ParameterAt(IMethodSymbol? constructor, int position) =>
        constructor is null || constructor.Parameters.IsEmpty
            ? null
            : constructor.Parameters[Math.Min(position, constructor.Parameters.Length - 1)].Name;
}
