using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// Numbers nearer to zero than the smallest normal one (1.18·10⁻³⁸), with which processors calculate up to a hundred times more slowly.
/// What decays from step to step ends there and, since rounding keeps it from reaching zero, stays there for ever.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Subnormals
{
    private const int SmallestNormalBits = 0x0080_0000;

    /// <summary>Zeros of the same sign for subnormal numbers; all other numbers, infinities and NaN stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToZero(Vector256<float> value)
    {
        // As integers: a comparison of floats would itself be slow.
        Vector256<int> magnitude = Vector256.Abs(value).AsInt32();
        return value ^ (magnitude & Vector256.LessThan(magnitude, Vector256.Create(SmallestNormalBits))).AsSingle();
    }

    /// <summary>The same for every element, in place.</summary>
    public static void ToZero(Span<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            ToZero(Vector256.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
        }

        foreach (ref float value in values[i..])
        {
            value = ToZero(Vector256.CreateScalar(value)).ToScalar();
        }
    }
}
