namespace CnnGen.Tool.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("cnngen-tests-ä-").FullName;

    /// <summary>Names of the files that are there.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_path).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    /// <summary>A path in it.</summary>
    public string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
