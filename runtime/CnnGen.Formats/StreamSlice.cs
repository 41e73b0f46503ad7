using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>A stream's bytes to a tensor's sink.</summary>
internal static class StreamSlice
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Passes over as many bytes.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public static void Skip(Stream stream, long count) => Copy(stream, count, static _ => { });

    /// <summary>Hands over as many bytes.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public static void Copy(Stream stream, long count, TensorSink sink)
    {
        byte[] buffer = new byte[(int)Math.Min(count, ChunkBytes)];
        for (long left = count; left > 0;)
        {
            Span<byte> chunk = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            if (stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) < chunk.Length)
            {
                throw new InvalidDataException($"expected {count} bytes of data, found the end after fewer");
            }

            sink(chunk);
            left -= chunk.Length;
        }
    }

    /// <summary>As many bytes in one array.</summary>
    /// <exception cref="InvalidDataException">The stream ends before, or an array cannot hold them.</exception>
    public static byte[] ReadAll(Stream stream, long count)
    {
        if (count > Array.MaxLength)
        {
            throw new InvalidDataException($"expected at most {Array.MaxLength} bytes, found {count}");
        }

        byte[] bytes = StreamReading.ReadUpTo(stream, count);
        return bytes.Length == count
            ? bytes
            : throw new InvalidDataException($"expected {count} bytes, found the end after {bytes.Length}");
    }

    /// <summary>A sink that gets the bytes of each element exchanged where the file is big endian.</summary>
    public static TensorSink LittleEndian(TensorSink sink, int size, bool isBigEndian)
    {
        if (!isBigEndian || size == 1)
        {
            return sink;
        }

        byte[] swapped = [];
        return bytes =>
        {
            Array.Resize(ref swapped, bytes.Length);
            bytes.CopyTo(swapped);
            for (int at = 0; at < swapped.Length; at += size)
            {
                swapped.AsSpan(at, size).Reverse();
            }

            sink(swapped);
        };
    }
}
