// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>Reading from streams whose announced lengths cannot be trusted.</summary>
internal static class StreamReading
{
    private const int FirstBuffer = 1 << 20;

    /// <summary>The longest array.</summary>
    private const int MaxLength = 0x7FFF_FFC7;

    /// <summary>
    /// Up to <paramref name="count"/> bytes, fewer at the end of the stream. Memory grows with what is really there.
    /// </summary>
    public static byte[] ReadUpTo(Stream stream, long count)
    {
        byte[] buffer = new byte[(int)Math.Min(count, FirstBuffer)];
        int length = Fill(stream, buffer, 0);
        while (length == buffer.Length && length < count)
        {
            Array.Resize(ref buffer, (int)Math.Min(count, Math.Min(2L * length, MaxLength)));
            length = Fill(stream, buffer, length);
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }

    /// <summary>Reads until the buffer is full or the stream ends.</summary>
    private static int Fill(Stream stream, byte[] buffer, int length)
    {
        int read = 1;
        for (; length < buffer.Length && read > 0; length += read)
        {
            read = stream.Read(buffer, length, buffer.Length - length);
        }

        return length;
    }
}
