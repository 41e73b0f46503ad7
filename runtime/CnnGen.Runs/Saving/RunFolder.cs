namespace CnnGen.Runs;

/// <summary>The folder of a run, held by one run at a time.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly FileStream _lock;

    /// <exception cref="IOException">The folder cannot be made or written, or another run holds it.</exception>
    public RunFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{Path}' cannot be made, and a run needs a folder: {exception.Message}", exception);
        }

        _lock = Hold(System.IO.Path.Combine(Path, "run.lock"));
    }

    public string Path { get; }

    public string Checkpoint => System.IO.Path.Combine(Path, "last.checkpoint");

    public string BestWeights => System.IO.Path.Combine(Path, "best.safetensors");

    public string Log => System.IO.Path.Combine(Path, "log.csv");

    public string Report => System.IO.Path.Combine(Path, "report.html");

    /// <summary>Lets the next run in; the system does so, too, when a process dies.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be locked: another run is in this folder, or it is write-protected", exception);
        }
    }
}
