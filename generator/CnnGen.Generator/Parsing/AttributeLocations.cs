using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
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

    /// <summary>The fixes of a problem whose places can be written to, and these places.</summary>
    public (ImmutableArray<DiagnosticFix> Fixes, ImmutableArray<Location> Locations) FindFixes(Problem problem)
    {
        var fixes = ImmutableArray.CreateBuilder<DiagnosticFix>();
        var locations = ImmutableArray.CreateBuilder<Location>();
        foreach (Fix fix in problem.Fixes.Where(fix => fix.Edits.All(CanWrite)))
        {
            var edits = ImmutableArray.CreateBuilder<DiagnosticEdit>();
            foreach (Edit edit in fix.Edits)
            {
                Location location = Find(edit.Place);
                bool isNew = edit.Kind == EditKind.SetArgument && !IsWritten(edit.Place);
                edits.Add(new(edit.Kind, locations.Count, isNew ? $"{edit.Place.Argument} = {edit.Text}" : edit.Text));
                locations.Add(location);
            }

            fixes.Add(new(fix.Title, $"{problem.Id} {fix.Action}", edits.ToImmutable()));
        }

        return (fixes.ToImmutable(), locations.ToImmutable());
    }

    private bool CanWrite(Edit edit)
    {
        bool isArgument = edit.Kind is EditKind.SetArgument or EditKind.RemoveArgument or EditKind.ReplaceArgument;
        return IsInSource(classes[edit.Place.Owner].Type)
            && (!isArgument || Written(edit.Place) is not { Length: > 0 } written
                || (edit.Place.Item < written.Length && (edit.Place.Item > 0 || IsSingle(written[0]))));
    }

    /// <summary>Not an array of values.</summary>
    private static bool IsSingle(AttributeArgumentSyntax argument) => argument.Expression is
        not (ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax);

    private bool IsWritten(Place place) => Written(place) is { Length: > 0 };

    private bool IsInSource(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, classes[0].Type.ContainingAssembly);

    private Location Find(Place place)
    {
        if (place.Site == Site.Member)
        {
            return members[place.Index];
        }

        if (Attribute(place)?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return ClassName(classes[place.Owner], place.Owner);
        }

        AttributeArgumentSyntax[] arguments = Written(place) ?? [];
        return arguments.Length switch
        {
            0 => syntax.Name.GetLocation(),
            1 => arguments[0].GetLocation(),
            _ => arguments[Math.Min(place.Item, arguments.Length - 1)].GetLocation(),
        };
    }

    private AttributeData? Attribute(Place place)
    {
        AttributedClass type = classes[place.Owner];
        return place.Site switch
        {
            Site.Network => network,
            Site.Input => type.Inputs[place.Index],
            Site.Layer => type.Layers[place.Index],
            Site.Output => type.Outputs[place.Index],
            _ => null,
        };
    }

    /// <summary>The place's argument as written, value by value.</summary>
    private AttributeArgumentSyntax[]? Written(Place place) =>
        place.Argument is not null && Attribute(place) is { } attribute
            && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            ? [.. Arguments(attribute, syntax).Where(pair => pair.Name == place.Argument).Select(pair => pair.Argument)]
            : null;

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
