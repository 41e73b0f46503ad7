using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// Eight sums in double precision. Kernels sum up at most a few hundred floats in single precision and add such pieces here, so that
/// rounding does not grow with the number of pixels and samples.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct WideSum
{
    private Vector256<double> _low;
    private Vector256<double> _high;

    /// <summary>Adds the sums of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector256<float> piece)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(piece);
        _low += low;
        _high += high;
    }

    /// <summary>The sums, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<float> ToSingle() => Vector256.Narrow(_low, _high);

    /// <summary>Adds a piece in memory to totals in memory, which take twice its length, and clears the piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Move(ref float piece, ref float totals, int length)
    {
        ref WideSum total = ref Unsafe.As<float, WideSum>(ref totals);
        for (int i = 0; i < length; i += Vector256<float>.Count)
        {
            total.Add(Vector256.LoadUnsafe(ref piece, (nuint)i));
            total = ref Unsafe.Add(ref total, 1);
        }

        MemoryMarshal.CreateSpan(ref piece, length).Clear();
    }

    /// <summary>Rounds totals in memory to sums of <paramref name="length"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToSingle(ref float totals, ref float sums, int length)
    {
        ref WideSum total = ref Unsafe.As<float, WideSum>(ref totals);
        for (int i = 0; i < length; i += Vector256<float>.Count)
        {
            total.ToSingle().StoreUnsafe(ref sums, (nuint)i);
            total = ref Unsafe.Add(ref total, 1);
        }
    }

    /// <summary>Adds sums over a part of the pixels to sums over more of them, and clears the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MoveSingle(ref float part, ref float sums, int length)
    {
        for (nuint i = 0; i < (nuint)length; i += (nuint)Vector256<float>.Count)
        {
            (Vector256.LoadUnsafe(ref sums, i) + Vector256.LoadUnsafe(ref part, i)).StoreUnsafe(ref sums, i);
            Vector256<float>.Zero.StoreUnsafe(ref part, i);
        }
    }
}
