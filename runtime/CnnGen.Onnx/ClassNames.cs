using System.Globalization;
using System.Text;

namespace CnnGen.Onnx;

/// <summary>Names of classes.</summary>
internal static class ClassNames
{
    /// <summary>What the class's own attributes say: a class of this name would hide it.</summary>
    private static readonly HashSet<string> Taken =
        ["Argument", "GeluApproximation", "Graph", "Pad", "PaddingMode", "Rounding", "TensorLayout", "UpsampleMode"];

    /// <summary>The first of several names that has letters, in Pascal case: <c>resnet18-v1</c> is <c>Resnet18V1</c>.</summary>
    public static string Of(params IEnumerable<string> candidates)
    {
        string name = candidates.Select(Pascal).FirstOrDefault(name => name.Length > 0) ?? "Imported";
        return Taken.Contains(name) ? name + "Net" : name;
    }

    private static string Pascal(string text)
    {
        var name = new StringBuilder();
        bool startsWord = true;
        foreach (char c in text)
        {
            bool isUsed = char.IsAsciiLetterOrDigit(c)
                || (char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter);
            if (isUsed && (name.Length > 0 || char.IsLetter(c)))
            {
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            }

            startsWord = !isUsed;
        }

        return name.ToString();
    }
}
