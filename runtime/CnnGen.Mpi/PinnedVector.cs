using System.Numerics;
using System.Runtime.InteropServices;

namespace CnnGen.Mpi;

/// <summary>Floats that messages go from and to: they do not move in memory.</summary>
internal sealed class PinnedVector(int length)
{
    private readonly float[] _values = GC.AllocateArray<float>(length, pinned: true);

    /// <summary>All of it.</summary>
    public Span<float> Span => _values;

    /// <summary>A part.</summary>
    public Span<float> Slice(Section section) => _values.AsSpan(section.Begin, section.Length);

    /// <summary>A part as a message.</summary>
    public Span<byte> Bytes(Section section) => MemoryMarshal.AsBytes(Slice(section));

    /// <summary>y + x, over x.</summary>
    public static void Add(ReadOnlySpan<float> y, Span<float> x)
    {
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(x);
        ReadOnlySpan<Vector<float>> wideY = MemoryMarshal.Cast<float, Vector<float>>(y);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] += wideY[i];
        }

        for (int i = wide.Length * Vector<float>.Count; i < x.Length; i++)
        {
            x[i] += y[i];
        }
    }

    /// <summary>y · factor, over x.</summary>
    public static void Scale(ReadOnlySpan<float> y, float factor, Span<float> x)
    {
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(x);
        ReadOnlySpan<Vector<float>> wideY = MemoryMarshal.Cast<float, Vector<float>>(y);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = wideY[i] * factor;
        }

        for (int i = wide.Length * Vector<float>.Count; i < x.Length; i++)
        {
            x[i] = y[i] * factor;
        }
    }
}

/// <summary>A range of elements.</summary>
internal readonly record struct Section(int Begin, int End)
{
    private const int Line = 16; // floats of a cache line

    /// <summary>How many there are.</summary>
    public int Length => End - Begin;

    /// <summary>The first or the second half, cut at a cache line.</summary>
    public Section Half(bool second)
    {
        int middle = Begin + Length / 2 / Line * Line;
        return second ? this with { Begin = middle } : this with { End = middle };
    }
}
