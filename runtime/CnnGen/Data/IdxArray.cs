using System.IO.Compression;
using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// The contents of an IDX file of unsigned bytes: two zero bytes, the type 8, the number of dimensions, the dimensions as
/// big-endian 32-bit integers, the elements.
/// </summary>
/// <param name="Shape">The dimensions; for images: count, height, width.</param>
/// <param name="Values">The elements in row-major order.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, byte[] Values)
{
    private const byte UnsignedByte = 8;
    private const int MostDimensions = 8;

    /// <summary>Reads a plain or gzipped file.</summary>
    /// <exception cref="InvalidDataException">The file is no IDX file of bytes, or truncated, or too long.</exception>
    public static IdxArray Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            return Read(stream);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Reads a plain or gzipped stream, which must be seekable.</summary>
    /// <exception cref="InvalidDataException">The data is no IDX file of bytes, or truncated, or too long.</exception>
    public static IdxArray Read(Stream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        int length = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        stream.Seek(-length, SeekOrigin.Current);
        if (length == magic.Length && magic[0] == 0x1F && magic[1] == 0x8B)
        {
            using var unzipped = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return ReadPlain(unzipped);
        }

        return ReadPlain(stream);
    }

    private static IdxArray ReadPlain(Stream stream)
    {
        byte[] magic = StreamReading.ReadUpTo(stream, 4);
        if (magic is not [0, 0, UnsignedByte, >= 1 and <= MostDimensions])
        {
            throw new InvalidDataException(
                $"expected the magic number 00 00 08 and 1 to {MostDimensions} dimensions, found {Convert.ToHexString(magic)}");
        }

        int[] shape = ReadShape(stream, magic[3], out long length);
        byte[] values = StreamReading.ReadUpTo(stream, length);
        if (values.Length < length)
        {
            throw new InvalidDataException($"expected {length} bytes for {string.Join('×', shape)}, found {values.Length}");
        }

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"expected {length} bytes for {string.Join('×', shape)}, found more");
        }

        return new IdxArray(shape, values);
    }

    private static int[] ReadShape(Stream stream, int dimensions, out long length)
    {
        byte[] bytes = StreamReading.ReadUpTo(stream, sizeof(int) * dimensions);
        if (bytes.Length < sizeof(int) * dimensions)
        {
            throw new InvalidDataException($"expected {dimensions} dimensions, found the end of the data");
        }

        int[] shape = new int[dimensions];
        length = 1;
        for (int axis = 0; axis < dimensions; axis++)
        {
            shape[axis] = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(sizeof(int) * axis));
            length *= shape[axis];
            if (shape[axis] < 0 || length > Array.MaxLength)
            {
                throw new InvalidDataException($"expected at most {Array.MaxLength} bytes, found dimension {axis} = {(uint)shape[axis]}");
            }
        }

        return shape;
    }
}
