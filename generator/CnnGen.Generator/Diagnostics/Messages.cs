using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>A mistake as the user reads it.</summary>
internal static class Messages
{
    /// <summary>The message; of a mistake in a block with the block's place and input behind it.</summary>
    /// <param name="problem">The mistake.</param>
    /// <param name="location">Where it is reported.</param>
    /// <param name="isFinal">Whether an error cannot be lowered in any case.</param>
    /// <param name="fixes">What code fixes can do.</param>
    /// <param name="places">Where they write.</param>
    public static Diagnostic ToDiagnostic(
        Problem problem, Location location, bool isFinal, IReadOnlyList<DiagnosticFix> fixes, IEnumerable<Location> places) =>
        Diagnostic.Create(Descriptor(problem, isFinal), location, places, DiagnosticFix.Write(fixes), [.. Arguments(problem)]);

    /// <summary>The id and the message, without a place.</summary>
    public static string ToText(Problem problem) => $"{problem.Id}: " + string.Format(
        CultureInfo.InvariantCulture, Descriptor(problem, isFinal: true).MessageFormat.ToString(CultureInfo.InvariantCulture),
        [.. Arguments(problem)]);

    private static IEnumerable<string> Arguments(Problem problem) =>
        problem.Context is null ? problem.Arguments : problem.Arguments.Append(problem.Context);

    private static DiagnosticDescriptor Descriptor(Problem problem, bool isFinal)
    {
        DiagnosticDescriptor plain = Descriptors.All.First(descriptor => descriptor.Id == problem.Id);
        DiagnosticSeverity severity = ToSeverity(problem.Severity);
        bool isConfigurable = severity != DiagnosticSeverity.Error || (!isFinal && !plain.CustomTags.Any());
        string context = problem.Context is null ? "" : $" ({{{problem.Arguments.Count.ToString(CultureInfo.InvariantCulture)}}})";
        return new(
            plain.Id, plain.Title, plain.MessageFormat.ToString(CultureInfo.InvariantCulture) + context, plain.Category, severity,
            plain.IsEnabledByDefault, plain.Description, plain.HelpLinkUri,
            isConfigurable ? [] : [WellKnownDiagnosticTags.NotConfigurable]);
    }

    private static DiagnosticSeverity ToSeverity(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
