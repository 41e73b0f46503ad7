using System.Globalization;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>A layer before another.</summary>
/// <param name="IsPlain">Whether it has no name and reads the output before it.</param>
/// <param name="Input">What it reads.</param>
internal sealed record LayerBefore(string Kind, bool IsPlain, Signal Input);

/// <summary>What a way out may need to know of the layers around one.</summary>
/// <param name="Previous">Index of the layer whose output this one reads by default; -1: none, it is the input.</param>
/// <param name="PreviousName">Its name, if it has one.</param>
/// <param name="Taken">Every name that the class uses.</param>
internal sealed record Neighbours(int Previous, string? PreviousName, ICollection<string> Taken)
{
    /// <summary>The layer whose output this one reads by default; null where there is none, or not known what it reads.</summary>
    public LayerBefore? Before { get; init; }

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
