using System.Runtime.CompilerServices;

namespace CnnGen.Generator.Tests;

/// <summary>Where the sources stand.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder in it.</summary>
    public static string Path(string name) => System.IO.Path.Combine(Root, name);

    private static string Find([CallerFilePath] string thisFile = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
