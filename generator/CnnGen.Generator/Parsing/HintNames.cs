using System.Globalization;

namespace CnnGen.Generator.Parsing;

/// <summary>
/// Names of emitted files. Roslyn compares them without regard to case, so of classes whose files would have one name all but the
/// first get a number.
/// </summary>
internal static class HintNames
{
    private const string Ending = ".g.cs";
    private const string DiagramEnding = "-diagram.g.cs";

    /// <summary>The classes whose file's name is taken, by the names of their code, which differ.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<(string HintName, string CodeName)> networks) => EquatableArray<string>.From(
        networks
            .GroupBy(network => network.HintName, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Select(network => network.CodeName).OrderBy(name => name, StringComparer.Ordinal).Skip(1))
            .OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The file of a network's diagram. No class has a name with a hyphen, so it is none of theirs.</summary>
    public static string OfDiagram(string hintName) => hintName.Substring(0, hintName.Length - Ending.Length) + DiagramEnding;

    /// <summary>The file's name itself, or with the class's number among the clashes.</summary>
    public static string Unique(string hintName, string codeName, EquatableArray<string> clashes)
    {
        int index = clashes.ToList().IndexOf(codeName);
        return index < 0
            ? hintName
            : $"{hintName.Substring(0, hintName.Length - Ending.Length)}.{(index + 2).ToString(CultureInfo.InvariantCulture)}{Ending}";
    }
}
