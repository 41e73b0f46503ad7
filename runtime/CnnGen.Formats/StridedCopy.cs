namespace CnnGen.Formats;

/// <summary>Elements that lie apart, in the order of a shape whose last dimension runs fastest.</summary>
internal static class StridedCopy
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Hands over the elements.</summary>
    /// <param name="source">Memory that begins with the first element and holds all of them.</param>
    /// <param name="shape">The dimensions.</param>
    /// <param name="strides">Elements from one index to the next, for each dimension.</param>
    /// <param name="size">Bytes of an element.</param>
    /// <param name="sink">Gets them.</param>
    public static void Run(ReadOnlySpan<byte> source, IReadOnlyList<long> shape, IReadOnlyList<long> strides, int size, TensorSink sink)
    {
        if (shape.Contains(0))
        {
            return;
        }

        byte[] chunk = new byte[ChunkBytes];
        long[] index = new long[shape.Count];
        int filled = 0;
        long at = 0;
        for (int axis = shape.Count; axis >= 0;)
        {
            source.Slice((int)(at * size), size).CopyTo(chunk.AsSpan(filled));
            filled += size;
            if (filled == chunk.Length)
            {
                sink(chunk);
                filled = 0;
            }

            // The next index: the last dimension that is not at its end goes on, those behind it begin again.
            for (axis = shape.Count - 1; axis >= 0 && index[axis] == shape[axis] - 1; axis--)
            {
                at -= index[axis] * strides[axis];
                index[axis] = 0;
            }

            if (axis >= 0)
            {
                index[axis]++;
                at += strides[axis];
            }
        }

        sink(chunk.AsSpan(0, filled));
    }
}
