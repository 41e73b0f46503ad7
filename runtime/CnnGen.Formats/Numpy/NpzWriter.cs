using System.IO.Compression;

namespace CnnGen.Formats.Numpy;

/// <summary>Writes npz files, not compressed, as <c>numpy.savez</c> does.</summary>
internal static class NpzWriter
{
    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (NamedTensor tensor in tensors)
        {
            // NumPy has no bfloat16, and every one of them is a float.
            NamedTensor known = tensor.Type == DataType.BF16 ? tensor.As(DataType.F32) : tensor;
            using Stream entry = ZipEntries.Create(archive, tensor.Name + NpzReader.Extension);
            NpyHeader.Write(entry, DataTypeFacts.Of(known.Type), known.Shape);
            known.Read(entry.Write);
        }
    }
}
