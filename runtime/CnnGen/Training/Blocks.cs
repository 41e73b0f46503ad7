namespace CnnGen;

/// <summary>The blocks that work on all parameters, one element after another, is cut into: the same for any number of threads.</summary>
internal static class Blocks
{
    /// <summary>A multiple of the vector length; large enough that handing out blocks costs nothing.</summary>
    public const int Length = 1 << 14;

    /// <summary>How many blocks there are.</summary>
    public static int Count(int elements) => (elements + Length - 1) / Length;

    /// <summary>The elements of blocks <paramref name="begin"/> to <paramref name="end"/>.</summary>
    public static (int Start, int Length) Range(int begin, int end, int elements)
    {
        int start = begin * Length;
        return (start, (int)Math.Min((long)end * Length, elements) - start);
    }
}
