using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CnnGen.Runtime;

/// <summary>Two rows or columns of a matrix as one: four lanes at a time, which every machine exchanges in an instruction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interleaving
{
    /// <summary>Writes x₀, x₀₊ₙ, x₁, x₁₊ₙ, … of two rows of n elements that follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Merge(ref float x, ref float y, int length)
    {
        ref float second = ref Unsafe.Add(ref x, length);
        int i = 0;
        for (; i <= length - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            Vector128<float> a = Vector128.LoadUnsafe(ref x, (nuint)i), b = Vector128.LoadUnsafe(ref second, (nuint)i);
            Lower(a, b).StoreUnsafe(ref y, (nuint)(2 * i));
            Upper(a, b).StoreUnsafe(ref y, (nuint)(2 * i + Vector128<float>.Count));
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref y, 2 * i) = Unsafe.Add(ref x, i);
            Unsafe.Add(ref y, 2 * i + 1) = Unsafe.Add(ref second, i);
        }
    }

    /// <summary><see cref="Merge"/> undone: the even elements and behind them the odd ones, <paramref name="length"/> of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(ref float x, ref float y, int length)
    {
        ref float second = ref Unsafe.Add(ref y, length);
        int i = 0;
        for (; i <= length - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            Vector128<float> a = Sorted(ref x, 2 * i), b = Sorted(ref x, 2 * i + Vector128<float>.Count);
            Vector128.Create(a.GetLower(), b.GetLower()).StoreUnsafe(ref y, (nuint)i);
            Vector128.Create(a.GetUpper(), b.GetUpper()).StoreUnsafe(ref second, (nuint)i);
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref y, i) = Unsafe.Add(ref x, 2 * i);
            Unsafe.Add(ref second, i) = Unsafe.Add(ref x, 2 * i + 1);
        }

        static Vector128<float> Sorted(ref float x, int at) =>
            Vector128.Shuffle(Vector128.LoadUnsafe(ref x, (nuint)at), Vector128.Create(0, 2, 1, 3));
    }

    /// <summary>Rows and columns of a square of <see cref="Panels.Block"/> exchanged.</summary>
    internal static void TransposeBlock(ref float x, nint xRow, ref float y, nint yRow)
    {
        for (int row = 0; row < Panels.Block; row += Vector128<float>.Count)
        {
            for (int column = 0; column < Panels.Block; column += Vector128<float>.Count)
            {
                Transpose(ref Unsafe.Add(ref x, row * xRow + column), xRow, ref Unsafe.Add(ref y, column * yRow + row), yRow);
            }
        }
    }

    /// <summary>The same of a square of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref float x, nint xRow, ref float y, nint yRow)
    {
        Vector128<float> r0 = Row(ref x, 0), r1 = Row(ref x, xRow), r2 = Row(ref x, 2 * xRow), r3 = Row(ref x, 3 * xRow);
        Vector128<float> even = Lower(r0, r2), odd = Lower(r1, r3);
        Lower(even, odd).StoreUnsafe(ref y);
        Upper(even, odd).StoreUnsafe(ref Unsafe.Add(ref y, yRow));
        (even, odd) = (Upper(r0, r2), Upper(r1, r3));
        Lower(even, odd).StoreUnsafe(ref Unsafe.Add(ref y, 2 * yRow));
        Upper(even, odd).StoreUnsafe(ref Unsafe.Add(ref y, 3 * yRow));

        static Vector128<float> Row(ref float x, nint offset) => Vector128.LoadUnsafe(ref Unsafe.Add(ref x, offset));
    }

    /// <summary>a₀ b₀ a₁ b₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Lower(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Alternating(Vector128.Shuffle(a, Vector128.Create(0, 0, 1, 1)), Vector128.Shuffle(b, Vector128.Create(0, 0, 1, 1)));

    /// <summary>a₂ b₂ a₃ b₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Upper(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Alternating(Vector128.Shuffle(a, Vector128.Create(2, 2, 3, 3)), Vector128.Shuffle(b, Vector128.Create(2, 2, 3, 3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Alternating(Vector128<float> even, Vector128<float> odd) =>
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0).AsSingle(), even, odd);
}
