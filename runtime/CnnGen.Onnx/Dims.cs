namespace CnnGen.Onnx;

/// <summary>Dimensions of tensors.</summary>
internal static class Dims
{
    /// <summary>The most elements that a tensor may have.</summary>
    public const long MostElements = 1L << 30;

    /// <summary>How many elements a shape has; more than an index can address stay more.</summary>
    public static long Count(IReadOnlyList<int> shape)
    {
        long count = 1;
        foreach (int dimension in shape)
        {
            count = dimension == 0 ? 0 : Math.Min(count, long.MaxValue / Math.Max(1, dimension)) * dimension;
        }

        return count;
    }

    public static string Text(IReadOnlyList<int> shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>Distance of neighbours along each dimension.</summary>
    public static int[] Strides(IReadOnlyList<int> shape)
    {
        var strides = new int[shape.Count];
        int stride = 1;
        for (int i = shape.Count - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= shape[i];
        }

        return strides;
    }

    /// <summary>An axis counted from the end if negative; throws where there is no such axis.</summary>
    /// <exception cref="UnsupportedException">There is no such axis.</exception>
    public static int Axis(long axis, int rank)
    {
        long found = axis < 0 ? axis + rank : axis;
        return found >= 0 && found < rank
            ? (int)found
            : throw new UnsupportedException($"axis {axis} of a tensor with {rank} dimensions does not exist");
    }
}
