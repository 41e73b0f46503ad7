namespace CnnGen.Formats.Numpy;

/// <summary>Reads npy arrays.</summary>
internal static class NpyReader
{
    /// <summary>The array that the stream holds, and nothing behind it.</summary>
    public static NamedTensor Read(Stream stream)
    {
        NpyHeader header = NpyHeader.Read(stream);
        var tensor = new NamedTensor("array", header.Type.Type, header.Shape, sink =>
        {
            stream.Position = header.Length;
            Copy(stream, header, sink);
        });
        CheckLength(tensor, header, stream.Length);
        return tensor;
    }

    /// <summary>Refuses an array that does not fill its file.</summary>
    public static void CheckLength(NamedTensor tensor, NpyHeader header, long length)
    {
        if (length - header.Length != tensor.ByteCount)
        {
            throw new InvalidDataException(
                $"array {tensor.Quoted}: expected {tensor.ByteCount} bytes of elements, found {length - header.Length}");
        }
    }

    /// <summary>Hands over the elements that stand at the stream's position.</summary>
    public static void Copy(Stream stream, NpyHeader header, TensorSink sink)
    {
        int size = header.Type.Size;
        long bytes = header.Shape.Aggregate((long)size, (product, dimension) => product * dimension);
        TensorSink ordered = StreamSlice.LittleEndian(sink, size, header.IsBigEndian);
        if (header.IsFortran && header.Shape.Length > 1)
        {
            StridedCopy.Run(StreamSlice.ReadAll(stream, bytes), header.Shape, FortranStrides(header.Shape), size, ordered);
        }
        else
        {
            StreamSlice.Copy(stream, bytes, ordered);
        }
    }

    private static long[] FortranStrides(long[] shape)
    {
        long[] strides = new long[shape.Length];
        long stride = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        return strides;
    }
}
