using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

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

    /// <summary>A vector of labels or values as numbers, or as many as are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load<W, T>(int start, int count)
        where W : struct, IVectors<T>
        where T : struct =>
        HasLabels ? W.ConvertToSingle(Labels<W, T>(start, count)) : Lanes<W, T>.Load(_values, start, count);

    /// <summary>A vector of values, <paramref name="stride"/> elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T LoadValues<W, T>(int start, int count, int stride)
        where W : struct, IVectors<T>
        where T : struct => Lanes<W, T>.Load(_values, start, count, stride);

    /// <summary>One value.</summary>
    public float Value(int index) => _values[index];

    /// <summary>The labels.</summary>
    public ReadOnlySpan<int> AllLabels => _labels;

    /// <summary>All bits set where the label is <paramref name="label"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T IsLabel<W, T>(int label, int start, int count)
        where W : struct, IVectors<T>
        where T : struct => W.IsAtLeast(W.Zero, W.Xor(Labels<W, T>(start, count), W.CreateInteger(label)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Labels<W, T>(int start, int count)
        where W : struct, IVectors<T>
        where T : struct => Lanes<W, T>.Load(MemoryMarshal.Cast<int, float>(_labels), start, count);
}
