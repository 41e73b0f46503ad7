// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>The prefix that tells a file's names from a network's: one of them was wrapped in another module.</summary>
/// <param name="Text">The prefix, fit for a message.</param>
/// <param name="IsInFile">Whether the file's names have it, not the network's.</param>
/// <param name="Finding">What was found, the beginning of a sentence.</param>
internal sealed record NamePrefix(string Text, bool IsInFile, string Finding)
{
    // A wrapper's prefix is a few short names; longer ones in files of unknown origin are not worth the search.
    private const int MaxParts = 4;
    private const int MaxLength = 1000;

    /// <summary>The prefix if most of what is missing is there under another one, else null.</summary>
    public static NamePrefix? Find(TensorMatch match)
    {
        string[] unexpected = [.. match.Unexpected.Select(use => use.Name).OfType<string>()];
        string[] missing = [.. match.Missing.Select(parameter => parameter.Name)];
        bool IsMost(int count) => 2 * count >= missing.Length && count > 0;
        (string prefix, int count) = Find(unexpected, [.. missing]);
        if (IsMost(count))
        {
            string text = SafetensorsTensor.Printable(prefix);
            return new(text, IsInFile: true, $"{Of(count, missing.Length)} in the file behind \"{text}\", a wrapper's prefix");
        }

        (prefix, count) = Find(missing, [.. unexpected]);
        if (IsMost(count))
        {
            string text = SafetensorsTensor.Printable(prefix);
            return new(text, IsInFile: false, $"{Of(count, missing.Length)} in the file without \"{text}\"");
        }

        return null;
    }

    /// <summary>The prefix that most of the long names have before a short one.</summary>
    private static (string Prefix, int Count) Find(IEnumerable<string> longNames, HashSet<string> shortNames)
    {
        var counts = new Dictionary<string, int>();
        foreach (string name in longNames.Where(name => name.Length <= MaxLength))
        {
            int dot = name.IndexOf('.');
            for (int part = 0; part < MaxParts && dot >= 0; part++, dot = name.IndexOf('.', dot + 1))
            {
                if (shortNames.Contains(name[(dot + 1)..]))
                {
                    string prefix = name[..(dot + 1)];
                    counts[prefix] = counts.TryGetValue(prefix, out int count) ? count + 1 : 1;
                }
            }
        }

        return counts.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).Append(("", 0)).First();
    }

    private static string Of(int count, int all) => $"{count} of {all} missing tensors {(count == 1 ? "is" : "are")}";
}
