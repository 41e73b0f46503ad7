namespace CnnGen;

/// <summary>What someone may have meant by a pattern that matches nothing.</summary>
internal static class NearNames
{
    private const int Shown = 3;

    /// <summary>The nearest of the names, of their beginnings as <c>layer4.*</c>, and of their ends as <c>*.bias</c>.</summary>
    public static IEnumerable<string> Find(string pattern, IEnumerable<string> names) => names
        .SelectMany(Patterns)
        .Distinct()
        .OrderBy(name => EditDistance.Between(pattern, name))
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
}
