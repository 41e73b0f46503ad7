using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>Zeroed working memory that begins on a cache line and never moves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FloatBuffer
{
    private const int CacheLine = 64;

    /// <summary>Elements of a cache line.</summary>
    internal const int Line = CacheLine / sizeof(float);

    private static readonly int Zone = MemoryGuard.IsOn ? 64 * Line : 0;

    private readonly float[] _array;
    private readonly int _start;

    /// <summary>Allocates <paramref name="length"/> zeros.</summary>
    public FloatBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _array = GC.AllocateArray<float>(checked(length + Line + 2 * Zone), pinned: true);
        nint address = AddressOf(ref MemoryMarshal.GetArrayDataReference(_array));
        _start = Zone + (int)((CacheLine - address % CacheLine) % CacheLine) / sizeof(float);
        MemoryGuard.Fill(Before);
        MemoryGuard.Fill(After);
    }

    /// <summary>The most elements of a buffer.</summary>
    public static int MaxLength => Array.MaxLength - Line - 2 * Zone;

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The first element, aligned to 64 bytes.</summary>
    public ref float Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);
    }

    /// <summary>All elements.</summary>
    public Span<float> Span => _array.AsSpan(_start, Length);

    private Span<float> Before => _array.AsSpan(_start - Zone, Zone);

    private Span<float> After => _array.AsSpan(_start + Length, Zone);

    /// <summary>Where buffers have zones around them: throws if one was written to.</summary>
    internal void CheckGuards(string name)
    {
        MemoryGuard.Check(Before, -Zone, name);
        MemoryGuard.Check(After, Length, name);
    }

    private static unsafe nint AddressOf(ref float element) => (nint)Unsafe.AsPointer(ref element);
}
