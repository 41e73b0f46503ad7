using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>Files that are replaced as a whole or not at all, wherever a rename is possible.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AtomicFile
{
    // EBUSY (a file that is mounted by itself) and EROFS, which have no exception of their own.
    private const int BusyError = 16;
    private const int ReadOnlyError = 30;

    /// <summary>
    /// Writes a neighbouring file, brings it to the disk and renames it. When anything of that fails, nothing is left behind and
    /// a file that was there before is untouched. The file behind a symbolic link is replaced, not the link, and keeps its
    /// permissions. A file that can be written but not replaced (in a read-only folder, or mounted) is written in place; so is
    /// what is no file on a disk: a terminal, a pipe, a device.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written; the message names it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        try
        {
            using FileStream? existing = OpenExisting(target);
            if (existing is not null && !IsOnDisk(existing))
            {
                write(existing);
                return;
            }

            // Windows renames to the name of a closed file only.
            existing?.Dispose();
            string file = SymbolicLinks.Resolve(target);

            // The system's own links, those to open files, may name what is nowhere to be found.
            bool isNamed = existing is null || File.Exists(file);
            Replace(isNamed ? file : target, existing is not null, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{target}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Null where there is no file; a write-protected one is not for us to replace.</summary>
    private static FileStream? OpenExisting(string path)
    {
        try
        {
            return Open(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Pipes and terminals have no position; devices have one, but no length that can be set.</summary>
    private static bool IsOnDisk(FileStream stream)
    {
        try
        {
            if (stream.CanSeek && stream.Length == 0)
            {
                stream.SetLength(0);
            }

            return stream.CanSeek;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Replace(string target, bool exists, Action<Stream> write)
    {
        if (!TryRename(target, exists, write))
        {
            WriteInPlace(target, write);
        }
    }

    /// <summary>False where the system lets an existing file be written but not be replaced.</summary>
    private static bool TryRename(string target, bool exists, Action<Stream> write)
    {
        // The name's length does not depend on the target's: file systems limit it.
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? "", $".cnngen-{Guid.NewGuid():N}.tmp");
        UnixFileMode? mode = exists && !OperatingSystem.IsWindows() ? File.GetUnixFileMode(target) : null;
        FileStream? created = null;
        if (!IsAllowed(() => created = Create(temporary, mode), exists))
        {
            return false;
        }

        try
        {
            using (FileStream stream = created!)
            {
                SetMode(stream, mode);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            return IsAllowed(() => File.Move(temporary, target, overwrite: true), exists);
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    /// <summary>Creating a file takes from its mode what the process's mask says.</summary>
    private static void SetMode(FileStream stream, UnixFileMode? mode)
    {
        if (mode is { } wanted && !OperatingSystem.IsWindows() && File.GetUnixFileMode(stream.SafeFileHandle) != wanted)
        {
            File.SetUnixFileMode(stream.SafeFileHandle, wanted);
        }
    }

    private static void WriteInPlace(string target, Action<Stream> write)
    {
        using FileStream stream = Open(target);
        try
        {
            write(stream);
            stream.SetLength(stream.Position);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{exception.Message} The file could only be written in place and is now incomplete: save to another folder.", exception);
        }
    }

    private static bool IsAllowed(Action step, bool mayBeRefused)
    {
        try
        {
            step();
            return true;
        }
        catch (Exception exception) when (mayBeRefused && IsRefusal(exception))
        {
            return false;
        }
    }

    /// <summary>Whether the place is the reason, not the state of the disk: a full one must not cost the old file.</summary>
    private static bool IsRefusal(Exception exception) =>
        exception is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or PathTooLongException
        || (!OperatingSystem.IsWindows() && exception.HResult is (BusyError or ReadOnlyError));

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first failure tells more than a failed clean-up.
        }
    }
}
