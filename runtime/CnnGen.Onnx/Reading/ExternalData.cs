using System.Globalization;
using Onnx;

namespace CnnGen.Onnx.Reading;

/// <summary>Data in a file beside the model, and nowhere else: a model must not read other files of its user.</summary>
internal static class ExternalData
{
    /// <param name="tensor">The tensor.</param>
    /// <param name="folder">The model's folder; null where it has none.</param>
    /// <param name="expected">Bytes of its elements.</param>
    /// <param name="name">What the tensor is called in messages.</param>
    public static byte[] Read(TensorProto tensor, string? folder, long expected, string name)
    {
        if (folder is null)
        {
            throw new InvalidDataException($"{name}: its data is in another file; read the model from its path, not from a stream");
        }

        Dictionary<string, string> entries = [];
        foreach (StringStringEntryProto entry in tensor.ExternalData)
        {
            entries[entry.Key] = entry.Value;
        }

        string location = entries.GetValueOrDefault("location", "");
        string path = Resolve(folder, location, name);
        long offset = Number(entries, "offset", 0, name), length = Number(entries, "length", expected, name);
        if (length != expected)
        {
            throw new InvalidDataException($"{name}: expected {expected} bytes in '{location}', found a length of {length}");
        }

        using FileStream file = Open(path, location, name);
        if (offset > file.Length - expected)
        {
            throw new InvalidDataException(
                $"{name}: expected {expected} bytes from {offset} on in '{location}', found {file.Length} bytes in all");
        }

        var data = new byte[expected];
        file.Position = offset;
        file.ReadExactly(data);
        return data;
    }

    private static string Resolve(string folder, string location, string name)
    {
        string root = Path.GetFullPath(folder);
        string path = location.Length == 0 || location.Contains('\0') ? "" : Path.GetFullPath(Path.Combine(root, location));
        string below = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        if (!path.StartsWith(below, StringComparison.Ordinal) || LeadsOutside(below, path))
        {
            throw new InvalidDataException($"{name}: expected its data in the model's folder, found '{location}'");
        }

        return path;
    }

    /// <summary>Whether a link on the way to the file leaves the folder.</summary>
    private static bool LeadsOutside(string below, string path)
    {
        for (string? part = path; part is not null && part.Length >= below.Length; part = Path.GetDirectoryName(part))
        {
            FileSystemInfo entry = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target
                && !Path.GetFullPath(target.FullName).StartsWith(below, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static FileStream Open(string path, string location, string name)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{name}: its file '{location}' cannot be read: {exception.Message}", exception);
        }
    }

    private static long Number(Dictionary<string, string> entries, string key, long fallback, string name)
    {
        if (!entries.TryGetValue(key, out string? text))
        {
            return fallback;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InvalidDataException($"{name}: expected a number as {key} of its data, found '{text}'");
    }
}
