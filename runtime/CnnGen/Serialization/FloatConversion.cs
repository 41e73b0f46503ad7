using System.Numerics;

namespace CnnGen.Runtime;

/// <summary>Other floating-point formats to float. Half precision converts exactly; doubles are rounded, large ones to infinity.</summary>
internal static class FloatConversion
{
    /// <summary>One way to read sixteen bits as a float.</summary>
    private interface IHalfFormat
    {
        /// <param name="bits">The sixteen bits, the upper ones zero.</param>
        static abstract Vector<float> Widen(Vector<uint> bits);
    }

    /// <summary>IEEE 754's half precision: a sign, five bits of exponent, ten of mantissa.</summary>
    public static void FromHalf(ReadOnlySpan<ushort> source, Span<float> destination) => Widen<Half>(source, destination);

    /// <summary>Bfloat16: the upper half of a float.</summary>
    public static void FromBrain(ReadOnlySpan<ushort> source, Span<float> destination) => Widen<Brain>(source, destination);

    /// <summary>Double precision.</summary>
    public static void FromDouble(ReadOnlySpan<double> source, Span<float> destination)
    {
        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = (float)source[i];
        }
    }

    private static void Widen<TFormat>(ReadOnlySpan<ushort> source, Span<float> destination)
        where TFormat : struct, IHalfFormat
    {
        int count = Vector<ushort>.Count;
        for (; source.Length >= count; source = source[count..], destination = destination[count..])
        {
            Vector.Widen(new Vector<ushort>(source), out Vector<uint> low, out Vector<uint> high);
            TFormat.Widen(low).CopyTo(destination);
            TFormat.Widen(high).CopyTo(destination[Vector<uint>.Count..]);
        }

        if (source.Length > 0)
        {
            Span<ushort> last = stackalloc ushort[count];
            Span<float> widened = stackalloc float[count];
            source.CopyTo(last);
            Widen<TFormat>(last, widened);
            widened[..source.Length].CopyTo(destination);
        }
    }

    private readonly struct Half : IHalfFormat
    {
        private const int MantissaShift = 23 - 10;
        private const uint Magnitude = 0x7FFF;
        private const uint Infinity = 0x7C00;
        private const uint FloatInfinity = 0x7F80_0000;

        // 2¹¹²: a half's exponent is biased by 15, a float's by 127. The product also normalises a half's denormals.
        private const float Rebias = 5.192296858534828e33f;

        public static Vector<float> Widen(Vector<uint> bits)
        {
            Vector<uint> magnitude = bits & new Vector<uint>(Magnitude);
            Vector<uint> shifted = magnitude << MantissaShift;
            Vector<uint> finite = Vector.AsVectorUInt32(Vector.AsVectorSingle(shifted) * Rebias);
            Vector<uint> isFinite = Vector.LessThan(magnitude, new Vector<uint>(Infinity));
            Vector<uint> value = Vector.ConditionalSelect(isFinite, finite, shifted | new Vector<uint>(FloatInfinity));
            return Vector.AsVectorSingle(value | ((bits ^ magnitude) << 16));
        }
    }

    private readonly struct Brain : IHalfFormat
    {
        public static Vector<float> Widen(Vector<uint> bits) => Vector.AsVectorSingle(bits << 16);
    }
}
