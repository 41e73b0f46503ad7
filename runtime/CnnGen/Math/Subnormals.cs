using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// Numbers nearer to zero than the smallest normal one (1.18·10⁻³⁸), with which processors calculate up to a hundred times more slowly.
/// What decays from step to step ends there and, since rounding keeps it from reaching zero, stays there for ever.
/// </summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Subnormals<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const int SmallestNormalBits = 0x0080_0000;

    /// <summary>Zeros of the same sign for subnormal numbers; all other numbers, infinities and NaN stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToZero(T value)
    {
        // As integers: a comparison of floats would itself be slow.
        T magnitude = W.Abs(value);
        T isSmall = W.ShiftRightArithmetic(W.SubtractIntegers(magnitude, W.CreateInteger(SmallestNormalBits)), 31);
        return W.Xor(value, W.BitwiseAnd(magnitude, isSmall));
    }

    /// <summary>The same for every element, in place.</summary>
    public static void ToZero(Span<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= values.Length - W.Count; i += W.Count)
        {
            W.StoreUnsafe(ToZero(W.LoadUnsafe(ref first, (nuint)i)), ref first, (nuint)i);
        }

        foreach (ref float value in values[i..])
        {
            value = Subnormals<Vectors128, Vector128<float>>.ToZero(Vector128.CreateScalar(value)).ToScalar();
        }
    }
}
