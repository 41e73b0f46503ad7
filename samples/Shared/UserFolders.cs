namespace CnnGen.Samples;

/// <summary>Folders of the user that the sample writes to.</summary>
public static class UserFolders
{
    /// <summary>A folder in the user's local data, or in the temporary folder where that cannot be written.</summary>
    public static string Cache(string name)
    {
        string home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        string preferred = Path.Combine(home, "CnnGen", name);
        return home.Length > 0 && CanWrite(preferred)
            ? preferred
            : Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "CnnGen", name)).FullName;
    }

    /// <summary>The full path of the folder that <c>--output</c> names, which is made where it is missing.</summary>
    /// <exception cref="IOException">It takes no files.</exception>
    public static string Output(string folder)
    {
        string path = Path.GetFullPath(folder);
        return CanWrite(path) ? path : throw new IOException($"{path} is no folder that can be written to; choose another --output.");
    }

    /// <summary>Whether the folder exists or can be made, and takes a new file.</summary>
    public static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".{Guid.NewGuid():N}");
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether the file can be written; its folder need not take a new one.</summary>
    public static bool CanOverwrite(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
