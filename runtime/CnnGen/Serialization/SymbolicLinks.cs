namespace CnnGen.Runtime;

/// <summary>Where symbolic links lead.</summary>
internal static class SymbolicLinks
{
    /// <summary>The file that opening <paramref name="path"/> would open or create; links in its folders may remain.</summary>
    /// <param name="path">A full path. The system has opened or looked for it, so its links do not run in a circle.</param>
    public static string Resolve(string path) => new FileInfo(path).LinkTarget is null ? path : Follow(path);

    /// <summary>Name by name as the system does it: "a/.." is not where it began if a is a link.</summary>
    private static string Follow(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        string folder = Follow(parent);
        string name = Path.GetFileName(path);
        if (name is "" or ".")
        {
            return folder;
        }

        if (name == "..")
        {
            return Path.GetDirectoryName(folder) ?? folder;
        }

        path = Path.Combine(folder, name);
        return new FileInfo(path).LinkTarget is { } link ? Follow(Path.Combine(folder, link)) : path;
    }
}
