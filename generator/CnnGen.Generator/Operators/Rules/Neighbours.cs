using System.Globalization;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>What a way out may need to know of the layers around one.</summary>
/// <param name="Previous">Index of the layer whose output this one reads by default; -1: none, it is the input.</param>
/// <param name="PreviousName">Its name, if it has one.</param>
/// <param name="Taken">Every name that the class uses.</param>
internal sealed record Neighbours(int Previous, string? PreviousName, ICollection<string> Taken)
{
    /// <summary>A name that no layer has: this one, or with a number behind it.</summary>
    public string Free(string name)
    {
        string free = name;
        for (int i = 2; Taken.Contains(free); i++)
        {
            free = $"{name}_{i.ToString(CultureInfo.InvariantCulture)}";
        }

        return free;
    }

    /// <summary>As C#.</summary>
    public static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
