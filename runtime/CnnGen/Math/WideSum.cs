using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>
/// The sums of a vector's lanes in double precision. Kernels sum up at most a few hundred floats in single precision and add such pieces
/// here, so that rounding does not grow with the number of pixels and samples.
/// </summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct WideSum<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private T _low;
    private T _high;

    /// <summary>Adds the sums of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T piece) => W.AddWidened(piece, ref _low, ref _high);

    /// <summary>The sums, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T ToSingle() => W.Narrow(in _low, in _high);

    /// <summary>Adds a piece in memory to totals in memory, which take twice its length, and clears the piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Move(ref float piece, ref float totals, int length)
    {
        ref WideSum<W, T> total = ref Unsafe.As<float, WideSum<W, T>>(ref totals);
        for (int i = 0; i < length; i += W.Count)
        {
            total.Add(W.LoadUnsafe(ref piece, (nuint)i));
            total = ref Unsafe.Add(ref total, 1);
        }

        MemoryMarshal.CreateSpan(ref piece, length).Clear();
    }

    /// <summary>Rounds totals in memory to sums of <paramref name="length"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToSingle(ref float totals, ref float sums, int length)
    {
        ref WideSum<W, T> total = ref Unsafe.As<float, WideSum<W, T>>(ref totals);
        for (int i = 0; i < length; i += W.Count)
        {
            W.StoreUnsafe(total.ToSingle(), ref sums, (nuint)i);
            total = ref Unsafe.Add(ref total, 1);
        }
    }

    /// <summary>Adds sums over a part of the pixels to sums over more of them, and clears the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MoveSingle(ref float part, ref float sums, int length)
    {
        for (nuint i = 0; i < (nuint)length; i += (nuint)W.Count)
        {
            W.StoreUnsafe(W.Add(W.LoadUnsafe(ref sums, i), W.LoadUnsafe(ref part, i)), ref sums, i);
            W.StoreUnsafe(W.Zero, ref part, i);
        }
    }
}
