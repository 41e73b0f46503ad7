using System.Globalization;

namespace CnnGen.Generator.Parsing;

/// <summary>
/// Names of emitted files. Roslyn compares them without regard to case, so of classes that differ in case alone all but the
/// first get a number.
/// </summary>
internal static class HintNames
{
    private const string Ending = ".g.cs";

    /// <summary>Names that differ from an ordinally earlier one in case alone.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<string> names) => EquatableArray<string>.From(names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .SelectMany(group => group.OrderBy(name => name, StringComparer.Ordinal).Skip(1))
        .OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The name itself, or with its number among the clashes.</summary>
    public static string Unique(string name, EquatableArray<string> clashes)
    {
        int index = clashes.ToList().IndexOf(name);
        return index < 0
            ? name
            : $"{name.Substring(0, name.Length - Ending.Length)}.{(index + 2).ToString(CultureInfo.InvariantCulture)}{Ending}";
    }
}
