using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Parsing;

/// <summary>Where the user's settings (NoWarn, .editorconfig, #pragma, SuppressMessage) make CNN202 less than an error.</summary>
internal static class AcceptedRests
{
    private static readonly string[] Prefixes = ["Stride", "Kernel"];

    /// <summary>For each attribute the names of such arguments; empty text for the attribute's name.</summary>
    public static IEnumerable<EquatableArray<string>> Find(IReadOnlyList<AttributeData> attributes, Compilation compilation)
    {
        (string Argument, Location Location)[][] places = [.. attributes.Select(attribute => Places(attribute, compilation).ToArray())];
        Diagnostic[] rests =
        [
            .. places.SelectMany(each => each).Select(place => Diagnostic.Create(Descriptors.StrideLeavesRest, place.Location)),
        ];

        // Roslyn looks for the settings of a whole project anew at each call, so there is one for all attributes.
        IEnumerable<Diagnostic> effective = rests.Length > 0 ? CompilationWithAnalyzers.GetEffectiveDiagnostics(rests, compilation) : [];
        HashSet<Location> errors =
        [
            .. effective.Where(rest => rest is { IsSuppressed: false, Severity: DiagnosticSeverity.Error }).Select(rest => rest.Location),
        ];
        return places.Select(each =>
            EquatableArray<string>.From(each.Where(place => !errors.Contains(place.Location)).Select(place => place.Argument)));
    }

    /// <summary>
    /// Where a layer's rest may be reported: none but a window leaves one. A block of another assembly obeys what is said for the whole
    /// project.
    /// </summary>
    private static IEnumerable<(string Argument, Location Location)> Places(AttributeData attribute, Compilation compilation)
    {
        if (attribute.ApplicationSyntaxReference is not { } reference
            || !compilation.ContainsSyntaxTree(reference.SyntaxTree)
            || reference.GetSyntax() is not AttributeSyntax syntax)
        {
            return [("", Location.None)];
        }

        (string Argument, Location Location)[] written =
        [
            .. AttributeLocations.Arguments(attribute, syntax)
                .Where(pair => Prefixes.Any(prefix => pair.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                .Select(pair => (pair.Name, pair.Argument.GetLocation())),
        ];
        return written.Length > 0 ? written.Prepend(("", syntax.Name.GetLocation())) : [];
    }
}
