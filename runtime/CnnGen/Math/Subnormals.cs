using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
    private const int SignBit = int.MinValue;

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
            int bits = BitConverter.SingleToInt32Bits(value);
            value = (bits & ~SignBit) < SmallestNormalBits ? BitConverter.Int32BitsToSingle(bits & SignBit) : value;
        }
    }
}

/// <summary>The same in vectors of whatever eight floats are.</summary>
internal static class Subnormals
{
    /// <summary>Zeros of the same sign for subnormal numbers, in place.</summary>
    public static void ToZero(Span<float> values)
    {
        var work = new InPlace { Values = values };
        Octets.Run(ref work);
    }

    private readonly ref struct InPlace : IOctetWork
    {
        public Span<float> Values { get; init; }

        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct => Subnormals<V, F8>.ToZero(Values);
    }
}
