namespace CnnGen.Runtime;

/// <summary>Reading from streams whose announced lengths cannot be trusted.</summary>
internal static class StreamReading
{
    private const int FirstBuffer = 1 << 20;

    /// <summary>
    /// Up to <paramref name="count"/> bytes, fewer at the end of the stream. Memory grows with what is really there.
    /// </summary>
    public static byte[] ReadUpTo(Stream stream, long count)
    {
        byte[] buffer = new byte[(int)Math.Min(count, FirstBuffer)];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        while (length == buffer.Length && length < count)
        {
            Array.Resize(ref buffer, (int)Math.Min(count, Math.Min(2L * length, Array.MaxLength)));
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }
}
