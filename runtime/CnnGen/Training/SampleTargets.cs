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
}
