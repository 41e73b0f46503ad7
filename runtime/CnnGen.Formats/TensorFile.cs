using CnnGen.Formats.Numpy;
using CnnGen.Formats.Torch;
using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>
/// A file of named tensors: safetensors, NumPy's npz and npy, or what PyTorch's <c>torch.save</c> writes of a <c>state_dict</c>
/// (since version 1.6). It stays open, because elements are read when someone asks for them.
/// </summary>
public sealed class TensorFile : IDisposable
{
    /// <summary>The <see cref="Format"/> of safetensors files.</summary>
    public const string Safetensors = "safetensors";

    private readonly Stream _stream;

    private TensorFile(Stream stream, string format, IReadOnlyList<NamedTensor> tensors)
    {
        (_stream, Format, Tensors) = (stream, format, tensors);
        RequireDistinct(tensors);
    }

    /// <summary>What it is: <c>safetensors</c>, <c>npz</c>, <c>npy</c>, <c>PyTorch</c>.</summary>
    public string Format { get; }

    /// <summary>The tensors in the file's order.</summary>
    public IReadOnlyList<NamedTensor> Tensors { get; }

    /// <summary>Opens a file of any of these formats, whatever it is called.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or none of these; the message names it.</exception>
    public static TensorFile Open(string path)
    {
        // Windows lets a file be replaced that others may delete; blocks are read, so nothing is buffered.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
        try
        {
            return Open(stream);
        }
        catch (Exception exception)
        {
            stream.Dispose();
            if (exception is InvalidDataException)
            {
                throw new InvalidDataException($"'{path}' cannot be read: {exception.Message}", exception);
            }

            throw;
        }
    }

    /// <summary>Opens a stream that can seek, from its beginning; the file owns it.</summary>
    /// <exception cref="InvalidDataException">The data is damaged, or none of these formats.</exception>
    public static TensorFile Open(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> start = stackalloc byte[6];
        stream.Position = 0;
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (start[..length].StartsWith("PK"u8))
        {
            ZipEntries entries = ZipEntries.Open(stream);
            return entries.Find(TorchReader.PickleName) is { } pickle
                ? new(stream, "PyTorch", TorchReader.Read(entries, pickle))
                : new(stream, "npz", NpzReader.Read(entries));
        }

        return start[..length].StartsWith(NpyHeader.Magic)
            ? new(stream, "npy", [NpyReader.Read(stream)])
            : new(stream, Safetensors, SafetensorsFile.Read(stream));
    }

    /// <summary>
    /// Writes tensors in the format that the path's extension names; the file is replaced as a whole or not at all, wherever a rename is
    /// possible.
    /// </summary>
    /// <param name="path">A path that ends in <c>.safetensors</c>, <c>.npz</c>, <c>.pt</c> or <c>.pth</c>.</param>
    /// <param name="tensors">The tensors.</param>
    /// <exception cref="InvalidDataException">The extension is another, or the format cannot hold a tensor.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<NamedTensor> tensors)
    {
        Action<Stream, IReadOnlyList<NamedTensor>> write = WriterFor(path);
        RequireDistinct(tensors);
        AtomicFile.Write(path, stream => write(stream, tensors));
    }

    /// <summary>Writes tensors as safetensors at the stream's position; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors.</param>
    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RequireDistinct(tensors);
        SafetensorsFile.Write(stream, tensors);
    }

    /// <summary>Refuses a path whose extension names none of the formats that can be written.</summary>
    /// <exception cref="InvalidDataException">The extension is another.</exception>
    public static void CheckExtension(string path) => WriterFor(path);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private static Action<Stream, IReadOnlyList<NamedTensor>> WriterFor(string path)
    {
        string extension = Path.GetExtension(path);
        return extension.ToLowerInvariant() switch
        {
            ".safetensors" => SafetensorsFile.Write,
            ".npz" => NpzWriter.Write,
            ".pt" or ".pth" => TorchWriter.Write,
            _ => throw new InvalidDataException(
                $"'{path}' cannot be written: expected the extension .safetensors, .npz, .pt or .pth, found '{extension}'"),
        };
    }

    private static void RequireDistinct(IReadOnlyList<NamedTensor> tensors)
    {
        var names = new HashSet<string>();
        foreach (NamedTensor tensor in tensors)
        {
            if (!names.Add(tensor.Name))
            {
                throw new InvalidDataException($"tensor {tensor.Quoted}: expected one of this name, found a second one");
            }
        }
    }
}
