using System.IO.Compression;
using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>
/// The entries of a zip file of unknown origin. What they say of their lengths is checked against the file, so that whoever reads them
/// needs time and memory in proportion to it.
/// </summary>
internal sealed class ZipEntries
{
    /// <summary>The most that deflate makes of a byte.</summary>
    private const long MostGrowth = 1032;

    private readonly ZipArchive _archive;

    private ZipEntries(ZipArchive archive, long length)
    {
        (_archive, Length) = (archive, length);
        long left = length;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            left -= entry.CompressedLength;
            if (entry.CompressedLength < 0 || left < 0)
            {
                throw new InvalidDataException($"expected entries that share {length} bytes, found more in {Quote(entry)}");
            }

            if (entry.Length < 0 || entry.Length / MostGrowth > entry.CompressedLength)
            {
                throw new InvalidDataException(
                    $"entry {Quote(entry)}: expected at most {MostGrowth} times its {entry.CompressedLength} bytes, found {entry.Length}");
            }
        }
    }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    public IReadOnlyList<ZipArchiveEntry> All => _archive.Entries;

    /// <summary>Reads the directory. The archive holds nothing but the stream, which stays the caller's to close.</summary>
    /// <exception cref="InvalidDataException">This is no sound zip file.</exception>
    public static ZipEntries Open(Stream stream) =>
        Guard(() => new ZipEntries(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), stream.Length));

    /// <summary>The one entry of that name in the one folder of the archive, or null.</summary>
    public ZipArchiveEntry? Find(string name)
    {
        ZipArchiveEntry[] found = [.. All.Where(entry => entry.FullName == name || IsInTopFolder(entry.FullName, name))];
        return found.Length <= 1
            ? found.SingleOrDefault()
            : throw new InvalidDataException($"expected one entry {name}, found {Quote(found[0])} and {Quote(found[1])}");
    }

    /// <summary>The entry of a path, or null.</summary>
    public ZipArchiveEntry? At(string path) => _archive.GetEntry(path);

    /// <summary>Opens an entry to be read from its beginning; neither its checksum nor its length has been checked.</summary>
    public static Stream Read(ZipArchiveEntry entry) => Guard(entry.Open);

    /// <summary>All bytes of an entry.</summary>
    public static byte[] ReadAll(ZipArchiveEntry entry)
    {
        using Stream stream = Read(entry);
        return Guard(() => StreamSlice.ReadAll(stream, entry.Length));
    }

    /// <summary>A new entry that is not compressed and does not tell when it was written, to be closed before the next.</summary>
    public static Stream Create(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    /// <summary>Runs what reads the archive; the library has many exceptions for damage.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (
            exception is ArgumentException or OverflowException or IndexOutOfRangeException or NotSupportedException or IOException)
        {
            throw new InvalidDataException($"expected a sound zip file, found: {exception.Message}", exception);
        }
    }

    public static string Quote(ZipArchiveEntry entry) => SafetensorsTensor.Quote(entry.FullName);

    private static bool IsInTopFolder(string path, string name) =>
        path.EndsWith("/" + name, StringComparison.Ordinal) && path.IndexOf('/') == path.Length - name.Length - 1;
}
