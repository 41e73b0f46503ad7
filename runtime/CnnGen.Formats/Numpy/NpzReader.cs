using System.IO.Compression;

namespace CnnGen.Formats.Numpy;

/// <summary>Reads npz files: a zip archive with an npy array for each name, compressed or not.</summary>
internal static class NpzReader
{
    /// <summary>What follows an array's name.</summary>
    public const string Extension = ".npy";

    public static IReadOnlyList<NamedTensor> Read(ZipEntries entries) => [.. entries.All.Select(Tensor)];

    private static NamedTensor Tensor(ZipArchiveEntry entry)
    {
        if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"expected npy arrays (npz) or a data.pkl (PyTorch) in this zip file, found {ZipEntries.Quote(entry)}");
        }

        NpyHeader header = ReadHeader(entry);
        var tensor = new NamedTensor(entry.FullName[..^Extension.Length], header.Type.Type, header.Shape, sink =>
        {
            using Stream stream = ZipEntries.Read(entry);
            StreamSlice.Skip(stream, header.Length);
            NpyReader.Copy(stream, header, sink);
        });
        NpyReader.CheckLength(tensor, header, entry.Length);
        return tensor;
    }

    private static NpyHeader ReadHeader(ZipArchiveEntry entry)
    {
        using Stream stream = ZipEntries.Read(entry);
        return ZipEntries.Guard(() => NpyHeader.Read(stream));
    }
}
