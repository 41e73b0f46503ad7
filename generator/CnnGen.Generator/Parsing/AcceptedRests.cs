using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Parsing;

/// <summary>Where the user's settings (NoWarn, .editorconfig, #pragma, SuppressMessage) make CNN202 less than an error.</summary>
internal static class AcceptedRests
{
    private static readonly string[] Prefixes = ["Stride", "Kernel"];

    /// <summary>The names of such arguments; empty text for the attribute's name.</summary>
    public static EquatableArray<string> Find(AttributeData attribute, Compilation compilation) => EquatableArray<string>.From(
        Places(attribute, compilation).Where(place => IsAccepted(place.Location, compilation)).Select(place => place.Argument));

    /// <summary>A block of another assembly obeys what is said for the whole project.</summary>
    private static IEnumerable<(string Argument, Location Location)> Places(AttributeData attribute, Compilation compilation)
    {
        if (attribute.ApplicationSyntaxReference is not { } reference
            || !compilation.ContainsSyntaxTree(reference.SyntaxTree)
            || reference.GetSyntax() is not AttributeSyntax syntax)
        {
            return [("", Location.None)];
        }

        return AttributeLocations.Arguments(attribute, syntax)
            .Where(pair => Prefixes.Any(prefix => pair.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .Select(pair => (pair.Name, pair.Argument.GetLocation()))
            .Prepend(("", syntax.Name.GetLocation()));
    }

    private static bool IsAccepted(Location location, Compilation compilation)
    {
        Diagnostic diagnostic = Diagnostic.Create(Descriptors.StrideLeavesRest, location);
        return CompilationWithAnalyzers.GetEffectiveDiagnostics([diagnostic], compilation).FirstOrDefault()
            is not { IsSuppressed: false, Severity: DiagnosticSeverity.Error };
    }
}
