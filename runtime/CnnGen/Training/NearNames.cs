namespace CnnGen;

/// <summary>What someone may have meant by a pattern that matches nothing.</summary>
internal static class NearNames
{
    private const int Shown = 3;

    /// <summary>The nearest of the names, of their beginnings as <c>layer4.*</c>, and of their ends as <c>*.bias</c>.</summary>
    public static IEnumerable<string> Find(string pattern, IEnumerable<string> names) => names
        .SelectMany(Patterns)
        .Distinct()
        .OrderBy(name => Distance(pattern, name))
        .Take(Shown)
        .Select(name => $"'{name}'");

    private static IEnumerable<string> Patterns(string name)
    {
        yield return name;
        for (int dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            yield return $"{name[..dot]}.*";
        }

        yield return $"*.{name[(name.LastIndexOf('.') + 1)..]}";
    }

    /// <summary>Characters to insert, delete or replace (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
