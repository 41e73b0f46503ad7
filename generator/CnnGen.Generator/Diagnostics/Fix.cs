using CnnGen.Generator.Model;

namespace CnnGen.Generator.Diagnostics;

/// <summary>A change at one place.</summary>
/// <param name="Place">An attribute or an argument of it; where that is not written, the attribute gets it.</param>
/// <param name="Text">The argument's value, or the whole argument, or the layer.</param>
internal sealed record Edit(EditKind Kind, Place Place, string Text = "")
{
    public string Verb => Kind switch
    {
        EditKind.RemoveArgument or EditKind.RemoveLayer => "remove",
        EditKind.InsertBefore => "insert",
        EditKind.MakePartial => "make",
        _ => "use",
    };

    /// <summary>What the verb is done to.</summary>
    public string Object => Kind switch
    {
        EditKind.RemoveArgument => Place.Argument!,
        EditKind.MakePartial => "the class partial",
        EditKind.SetArgument => char.IsUpper(Place.Argument![0]) ? $"{Place.Argument} = {Text}" : $"{Text} for {Place.Argument}",
        _ => Text,
    };
}

/// <summary>A way out of a mistake: what the message says of it, and what a code fix does.</summary>
/// <param name="Text">The way in words; several with the same beginning up to the equals sign are joined.</param>
/// <param name="Edits">Empty where the way is advice alone.</param>
/// <param name="Shape">What the layer's output becomes, where that is known.</param>
internal sealed record Fix(string Text, EquatableArray<Edit> Edits, Shape? Shape = null)
{
    /// <summary>What else the way leads to, for the title.</summary>
    public string? Outcome { get; init; }

    public static Fix Advice(string text) => new(text, EquatableArray<Edit>.Empty);

    public static Fix Of(string text, params Edit[] edits) => new(text, EquatableArray<Edit>.From(edits));

    /// <summary>What is done, without the shape.</summary>
    public string Action
    {
        get
        {
            // What an inserted layer asks of others goes without saying.
            Edit[] inserted = [.. Edits.Where(edit => edit.Kind == EditKind.InsertBefore)];
            Edit[] told = inserted.Length > 0 ? inserted : [.. Edits];
            string action = string.Join(" and ", told.Select((edit, i) =>
                i > 0 && told[i - 1].Verb == edit.Verb ? edit.Object : $"{edit.Verb} {edit.Object}"));
            return char.ToUpperInvariant(action[0]) + action.Substring(1);
        }
    }

    public string Title => (Outcome ?? (Shape is { } shape ? $"output {shape}" : null)) is { } outcome ? $"{Action} ({outcome})" : Action;

    /// <summary><c>a, b, or c</c>, where <c>x = 1</c> and <c>x = 2</c> become <c>x = 1 or 2</c>.</summary>
    public static string Join(IEnumerable<Fix> ways)
    {
        string[] items = [.. ways.GroupBy(way => Beginning(way.Text), StringComparer.Ordinal).Select(JoinValues)];
        return items.Length < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Length - 1))}, or {items[items.Length - 1]}";
    }

    private static string Beginning(string text) =>
        text.IndexOf(" = ", StringComparison.Ordinal) is > 0 and var end ? text.Substring(0, end + " = ".Length) : text;

    private static string JoinValues(IGrouping<string, Fix> ways)
    {
        string[] values = [.. ways.Select(way => way.Text.Substring(ways.Key.Length))];
        return values.Length == 1
            ? ways.Key + values[0]
            : $"{ways.Key}{string.Join(", ", values.Take(values.Length - 1))} or {values[values.Length - 1]}";
    }
}
