using System.Globalization;
using System.Text;

namespace CnnGen.Onnx;

/// <summary>Names of classes.</summary>
internal static class ClassNames
{
    /// <summary>The first of several names that has letters, in Pascal case: <c>resnet18-v1</c> is <c>Resnet18V1</c>.</summary>
    public static string Of(params IEnumerable<string> candidates) =>
        candidates.Select(Pascal).FirstOrDefault(name => name.Length > 0) ?? "Imported";

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
