using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>Vectors at the end of a row, where fewer elements are left than a vector has lanes.</summary>
internal static class Lanes<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    /// <summary>Elements from <paramref name="start"/> on; lanes from <paramref name="count"/> on are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(ReadOnlySpan<float> source, int start, int count)
    {
        if (count >= W.Count)
        {
            return W.LoadUnsafe(in source.Slice(start, W.Count)[0]);
        }

        T vector = W.Zero;
        source.Slice(start, count).CopyTo(Span(ref vector));
        return vector;
    }

    /// <summary>The same for elements that lie <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(ReadOnlySpan<float> source, int start, int count, int stride) =>
        stride == 1 ? Load(source, start, count) : Gather(source, start, count, stride);

    /// <summary>Writes the first <paramref name="count"/> lanes, <paramref name="stride"/> elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T vector, Span<float> destination, int start, int count, int stride)
    {
        if (stride == 1)
        {
            Store(vector, destination, start, count);
        }
        else
        {
            Scatter(vector, destination, start, count, stride);
        }
    }

    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T vector, Span<float> destination, int start, int count)
    {
        if (count >= W.Count)
        {
            W.StoreUnsafe(vector, ref destination.Slice(start, W.Count)[0]);
            return;
        }

        Span(ref vector)[..count].CopyTo(destination[start..]);
    }

    /// <summary>The sum of the first <paramref name="count"/> lanes.</summary>
    public static double Sum(T vector, int count)
    {
        double sum = 0;
        foreach (float lane in Span(ref vector)[..Math.Min(count, W.Count)])
        {
            sum += lane;
        }

        return sum;
    }

    private static T Gather(ReadOnlySpan<float> source, int start, int count, int stride)
    {
        T vector = W.Zero;
        Span<float> lanes = Span(ref vector)[..count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = source[start + lane * stride];
        }

        return vector;
    }

    private static void Scatter(T vector, Span<float> destination, int start, int count, int stride)
    {
        ReadOnlySpan<float> lanes = Span(ref vector)[..count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            destination[start + lane * stride] = lanes[lane];
        }
    }

    private static Span<float> Span(ref T vector) => MemoryMarshal.CreateSpan(ref Unsafe.As<T, float>(ref vector), W.Count);
}
