namespace CnnGen.Runtime;

/// <summary>Finds the prefix that tells a file's names from a network's: one of them was wrapped in another module.</summary>
internal static class NamePrefix
{
    // A wrapper's prefix is a few short names; longer ones in files of unknown origin are not worth the search.
    private const int MaxParts = 4;
    private const int MaxLength = 1000;

    /// <summary>The remedy if most of what is missing is there under another prefix, else null.</summary>
    public static string? Explain(TensorMatch match)
    {
        string[] unexpected = [.. match.Unexpected.Select(use => use.Name).OfType<string>()];
        string[] missing = [.. match.Missing.Select(parameter => parameter.Name)];
        bool IsMost(int count) => 2 * count >= missing.Length && count > 0;
        (string prefix, int count) = Find(unexpected, [.. missing]);
        if (IsMost(count))
        {
            return $"{Of(count, missing.Length)} in the file behind \"{SafetensorsTensor.Printable(prefix)}\", a wrapper's prefix: "
                + $"load with new LoadOptions {{ Rename = LoadOptions.WithoutPrefix(\"{SafetensorsTensor.Printable(prefix)}\") }}.";
        }

        (prefix, count) = Find(missing, [.. unexpected]);
        return IsMost(count)
            ? $"{Of(count, missing.Length)} in the file without \"{SafetensorsTensor.Printable(prefix)}\": "
              + $"load with new LoadOptions {{ Rename = name => \"{SafetensorsTensor.Printable(prefix)}\" + name }}."
            : null;
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
                    counts[prefix] = counts.GetValueOrDefault(prefix) + 1;
                }
            }
        }

        return counts.Count == 0 ? ("", 0) : counts.Select(pair => (pair.Key, pair.Value)).MaxBy(pair => pair.Value);
    }

    private static string Of(int count, int all) => $"{count} of {all} missing tensors {(count == 1 ? "is" : "are")}";
}
