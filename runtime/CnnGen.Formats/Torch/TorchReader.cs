using System.IO.Compression;

namespace CnnGen.Formats.Torch;

/// <summary>
/// Reads what <c>torch.save</c> writes since PyTorch 1.6: a zip archive with a pickle, which describes tensors, and a file
/// for each storage.
/// </summary>
internal sealed class TorchReader
{
    /// <summary>The entry with the pickle.</summary>
    public const string PickleName = "data.pkl";

    /// <summary>Tensors may share memory, and each becomes a tensor of its own: so many times the file in all.</summary>
    private const int MostRepetition = 64;

    private readonly ZipEntries _entries;
    private readonly string _folder;
    private readonly bool _isBigEndian;
    private readonly Dictionary<string, int> _uses;
    private readonly Dictionary<string, byte[]> _shared = [];

    private TorchReader(ZipEntries entries, string folder, IReadOnlyList<KeyValuePair<string, TorchTensor>> tensors)
    {
        (_entries, _folder) = (entries, folder);
        _uses = tensors.GroupBy(tensor => tensor.Value.Storage.Key).ToDictionary(group => group.Key, group => group.Count());
        _isBigEndian = IsBigEndian();
    }

    public static IReadOnlyList<NamedTensor> Read(ZipEntries entries, ZipArchiveEntry pickle)
    {
        byte[] bytes = ZipEntries.ReadAll(pickle);
        object? value = new PickleReader(bytes, new TorchWorld()).Read();
        IReadOnlyList<KeyValuePair<string, TorchTensor>> tensors = StateDictionary.Tensors(value, bytes.Length);
        var reader = new TorchReader(entries, pickle.FullName[..^PickleName.Length], tensors);
        NamedTensor[] read = [.. tensors.Select(tensor => reader.Tensor(tensor.Key, tensor.Value))];
        UInt128 total = read.Aggregate(UInt128.Zero, (sum, tensor) => sum + (UInt128)tensor.ByteCount);
        return total / MostRepetition <= (UInt128)entries.Length
            ? read
            : throw new InvalidDataException(
                $"expected tensors of at most {MostRepetition} times the file's {entries.Length} bytes, found {total} bytes");
    }

    private NamedTensor Tensor(string name, TorchTensor tensor)
    {
        (TorchStorage storage, DataTypeFacts type) = (tensor.Storage, tensor.Storage.Type);
        string where = $"tensor {Runtime.SafetensorsTensor.Quote(name)}";
        if (tensor.Fault is { } fault)
        {
            throw new InvalidDataException($"{where}: expected a part of a storage, found {fault}");
        }

        ZipArchiveEntry entry = _entries.At($"{_folder}data/{storage.Key}")
            ?? throw new InvalidDataException($"{where}: expected its storage {Runtime.SafetensorsTensor.Quote(storage.Key)}, found none");
        if (entry.Length != entry.CompressedLength || (Int128)storage.Count * type.Size != entry.Length)
        {
            throw new InvalidDataException(
                $"{where}: expected {storage.Count} elements of {type.Type}, not compressed, found {entry.Length} bytes in "
                + $"{entry.CompressedLength}");
        }

        return new(name, type.Type, tensor.Shape, sink => Copy(entry, tensor, StreamSlice.LittleEndian(sink, type.Size, _isBigEndian)));
    }

    private void Copy(ZipArchiveEntry entry, TorchTensor tensor, TensorSink sink)
    {
        int size = tensor.Storage.Type.Size;
        if (tensor.IsContiguous && _uses[tensor.Storage.Key] == 1)
        {
            using Stream stream = ZipEntries.Read(entry);
            StreamSlice.Skip(stream, tensor.Offset * size);
            StreamSlice.Copy(stream, tensor.Count * size, sink);
            return;
        }

        // Read once, so that many small parts of a large storage take no longer than the file.
        if (!_shared.TryGetValue(tensor.Storage.Key, out byte[]? bytes))
        {
            bytes = ZipEntries.ReadAll(entry);
            _shared.Add(tensor.Storage.Key, bytes);
        }

        ReadOnlySpan<byte> part = bytes.AsSpan((int)(tensor.Offset * size), (int)(tensor.Extent * size));
        StridedCopy.Run(part, tensor.Shape, tensor.Strides, size, sink);
    }

    private bool IsBigEndian()
    {
        if (_entries.At($"{_folder}byteorder") is not { } entry)
        {
            return false;
        }

        string order = entry.Length <= 16 ? System.Text.Encoding.ASCII.GetString(ZipEntries.ReadAll(entry)).Trim() : "";
        return order is "little" or "big"
            ? order == "big"
            : throw new InvalidDataException("byteorder: expected little or big, found something else");
    }
}
