using System.Collections.Immutable;
using System.Globalization;

namespace CnnGen.Generator.Diagnostics;

/// <summary>How a source text is changed at a place.</summary>
internal enum EditKind
{
    /// <summary>The argument there gets the text as its value; an attribute's name there, the text as one more argument.</summary>
    SetArgument,

    /// <summary>The argument there goes.</summary>
    RemoveArgument,

    /// <summary>The text stands in the place of the argument there, which goes with its name.</summary>
    ReplaceArgument,

    /// <summary>The text is a layer that stands before the one there.</summary>
    InsertBefore,

    /// <summary>The layer there goes; the text is its attribute's name.</summary>
    RemoveLayer,

    /// <summary>The text is the attribute's name.</summary>
    ReplaceLayer,

    /// <summary>The class there, and those around it, become partial.</summary>
    MakePartial,
}

/// <summary>A change of the source.</summary>
/// <param name="Location">Index of the place among the diagnostic's additional locations.</param>
internal readonly record struct DiagnosticEdit(EditKind Kind, int Location, string Text);

/// <summary>What a code fix does; the analyzer writes it into a diagnostic's properties, and the code fixes read it there.</summary>
/// <param name="Title">What the user is offered.</param>
/// <param name="Key">Equal for fixes of several diagnostics that may be made at once.</param>
internal sealed record DiagnosticFix(string Title, string Key, ImmutableArray<DiagnosticEdit> Edits)
{
    private const string Count = "Fixes";

    public static ImmutableDictionary<string, string?> Write(IReadOnlyList<DiagnosticFix> fixes)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (fixes.Count > 0)
        {
            properties[Count] = Text(fixes.Count);
        }

        for (int i = 0; i < fixes.Count; i++)
        {
            DiagnosticFix fix = fixes[i];
            properties[Name(i, "Title")] = fix.Title;
            properties[Name(i, "Key")] = fix.Key;
            properties[Name(i, Count)] = Text(fix.Edits.Length);
            for (int j = 0; j < fix.Edits.Length; j++)
            {
                properties[Name(i, "Kind", j)] = Text((int)fix.Edits[j].Kind);
                properties[Name(i, "Location", j)] = Text(fix.Edits[j].Location);
                properties[Name(i, "Text", j)] = fix.Edits[j].Text;
            }
        }

        return properties.ToImmutable();
    }

    public static IEnumerable<DiagnosticFix> Read(ImmutableDictionary<string, string?> properties)
    {
        int count = Number(Count);
        for (int i = 0; i < count; i++)
        {
            IEnumerable<DiagnosticEdit> edits = Enumerable.Range(0, Number(Name(i, Count))).Select(j => new DiagnosticEdit(
                (EditKind)Number(Name(i, "Kind", j)), Number(Name(i, "Location", j)), properties[Name(i, "Text", j)]!));
            yield return new(properties[Name(i, "Title")]!, properties[Name(i, "Key")]!, [.. edits]);
        }

        int Number(string name) => properties.TryGetValue(name, out string? text) ? int.Parse(text!, CultureInfo.InvariantCulture) : 0;
    }

    private static string Name(int fix, string what) => $"{Text(fix)}.{what}";

    private static string Name(int fix, string what, int edit) => $"{Text(fix)}.{what}.{Text(edit)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
