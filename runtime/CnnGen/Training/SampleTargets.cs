using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace CnnGen;

/// <summary>What one sample's outputs should be: labels or numbers.</summary>
internal readonly ref struct SampleTargets
{
    private readonly ReadOnlySpan<int> _labels;
    private readonly ReadOnlySpan<float> _values;

    public SampleTargets(ReadOnlySpan<int> labels)
    {
        _labels = labels;
        HasLabels = true;
    }

    public SampleTargets(ReadOnlySpan<float> values) => _values = values;

    public bool HasLabels { get; }

    /// <summary>Up to eight labels or values as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector Load(int start, int count) =>
        HasLabels
            ? Vector256.ConvertToSingle(Lanes.Load(_labels, start, count))
            : Lanes.Load(_values, start, count);

    /// <summary>Up to eight values, <paramref name="stride"/> elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector LoadValues(int start, int count, int stride) => Lanes.Load(_values, start, count, stride);

    /// <summary>All bits set where the label is <paramref name="label"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector IsLabel(int label, int start, int count) =>
        Vector256.Equals(Lanes.Load(_labels, start, count), Vector256.Create(label)).AsSingle();
}

/// <summary>Vectors at the end of a row, where fewer than eight elements are left.</summary>
internal static class Lanes
{
    /// <summary>Elements from <paramref name="start"/> on; lanes from <paramref name="count"/> on are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(ReadOnlySpan<T> source, int start, int count)
        where T : unmanaged
    {
        if (count >= Vector256<T>.Count)
        {
            return Vector256.Create(source[start..]);
        }

        Vector256<T> vector = Vector256<T>.Zero;
        source.Slice(start, count).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Vector256<T>, T>(ref vector), count));
        return vector;
    }

    /// <summary>The same for elements that lie <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector Load(ReadOnlySpan<float> source, int start, int count, int stride) =>
        stride == 1 ? Load(source, start, count) : Gather(source, start, count, stride);

    /// <summary>Writes the first <paramref name="count"/> lanes, <paramref name="stride"/> elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector vector, Span<float> destination, int start, int count, int stride)
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
    public static void Store(Vector vector, Span<float> destination, int start, int count)
    {
        if (count >= Vector.Count)
        {
            vector.CopyTo(destination[start..]);
            return;
        }

        MemoryMarshal.CreateSpan(ref Unsafe.As<Vector, float>(ref vector), count).CopyTo(destination[start..]);
    }

    /// <summary>The sum of the first <paramref name="count"/> lanes.</summary>
    public static double Sum(Vector vector, int count)
    {
        double sum = 0;
        for (int lane = 0; lane < Math.Min(count, Vector.Count); lane++)
        {
            sum += vector[lane];
        }

        return sum;
    }

    private static Vector Gather(ReadOnlySpan<float> source, int start, int count, int stride)
    {
        Vector vector = Vector.Zero;
        Span<float> lanes = MemoryMarshal.CreateSpan(ref Unsafe.As<Vector, float>(ref vector), count);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = source[start + lane * stride];
        }

        return vector;
    }

    private static void Scatter(Vector vector, Span<float> destination, int start, int count, int stride)
    {
        ReadOnlySpan<float> lanes = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector, float>(ref vector), count);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            destination[start + lane * stride] = lanes[lane];
        }
    }
}
