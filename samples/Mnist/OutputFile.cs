using CnnGen.Samples;

namespace MnistSample;

/// <summary>Decides before the training where the weights can be written after it.</summary>
public static class OutputFile
{
    private const string DefaultName = "lenet5.safetensors";

    /// <summary>
    /// The file that was asked for; without one, the default name here or, where that cannot be written, in the user's cache.
    /// </summary>
    /// <exception cref="IOException">The file that was asked for cannot be written.</exception>
    public static string Choose(string? requested)
    {
        string path = Path.GetFullPath(requested ?? DefaultName);
        if (Directory.Exists(path))
        {
            throw new IOException($"--output names a folder, {path}; name a file in it.");
        }

        if (File.Exists(path) ? UserFolders.CanOverwrite(path) : UserFolders.CanWrite(Path.GetDirectoryName(path)!))
        {
            return path;
        }

        if (requested is not null)
        {
            throw new IOException($"{path} cannot be written; choose another --output.");
        }

        string elsewhere = Path.Combine(UserFolders.Cache("weights"), DefaultName);
        Console.WriteLine($"The working folder cannot be written; the weights will go to {elsewhere}");
        return elsewhere;
    }
}
