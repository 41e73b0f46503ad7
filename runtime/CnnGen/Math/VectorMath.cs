using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// Elementary functions of eight floats at once. The relative error stays below 2·10⁻⁷ for every argument, with or without
/// fused multiply-add; NaN gives NaN. The comment of each function says where results become subnormal or zero.
/// </summary>
/// <remarks>
/// All of them start from x = n·ln 2 + r with |r| ≤ ln 2 / 2 and a polynomial in r (minimax, coefficients rounded one after
/// another and the rest fitted again). Adding 1.5·2²³ rounds to an integer and leaves it in the low bits of the sum.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorMath
{
    private const float Log2E = 1.44269504f;
    private const float RoundingShift = 12582912f;
    private const int SqrtHalfBits = 0x3F3504F3;

    // The first part has few bits: its product with |n| ≤ 256 is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>eˣ, subnormal results included; infinity from 88.73 on, 0 below -103.98.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Clamp(x, -104.5f, 89f);
        Vector256<float> shift = Vector256.Create(RoundingShift + 254f);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), shift);
        Vector256<float> p = ReducedExpm1(Reduce(x, shifted - shift)) + Vector256<float>.One;

        // 2ⁿ may leave the range of floats: 2^⌊n/2⌋ · 2^⌈n/2⌉. The 254 in the shift is twice the exponent's bias.
        Vector256<uint> bits = shifted.AsUInt32();
        Vector256<uint> half = bits >>> 1;
        return p * (half << 23).AsSingle() * ((bits - half) << 23).AsSingle();
    }

    /// <summary>eˣ - 1; a subnormal result loses one bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x)
    {
        x = Clamp(x, -60f, 89f);

        // Half of 2ⁿ, because 2¹²⁸ is no float: hence 126 instead of the bias 127.
        Vector256<float> shift = Vector256.Create(RoundingShift + 126f);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), shift);
        Vector256<float> p = ReducedExpm1(Reduce(x, shifted - shift));
        Vector256<float> scale = (shifted.AsInt32() << 23).AsSingle();
        Vector256<float> halfResult = Vector256.MultiplyAddEstimate(scale, p, scale - Vector256.Create(0.5f));
        return halfResult + halfResult;
    }

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        // tanh 9.02 rounds to 1. With e²ˣ = s·(1 + t)/(1 - t), s = 2ⁿ, t = tanh y and y = x - n·ln 2 / 2, |y| ≤ ln 2 / 4:
        // tanh x = (s - 1 + (s + 1)·t) / (s + 1 + (s - 1)·t).
        x = Clamp(x, -9.02f, 9.02f);
        Vector256<float> shift = Vector256.Create(RoundingShift + 127f);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(2f * Log2E), shift);
        Vector256<float> y = Vector256.MultiplyAddEstimate(shifted - shift, Vector256.Create(-0.34657359f), x);
        Vector256<float> t = ReducedTanh(y);
        Vector256<float> scale = (shifted.AsInt32() << 23).AsSingle();
        Vector256<float> sum = scale + Vector256<float>.One;
        Vector256<float> difference = scale - Vector256<float>.One;
        return Vector256.MultiplyAddEstimate(sum, t, difference) / Vector256.MultiplyAddEstimate(difference, t, sum);
    }

    /// <summary>1 / (1 + e⁻ˣ); 0 below -87.68, where the result would be subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // eˣ = s·(1 + t)/(1 - t) as in Tanh; n = -127 gives s = 0.
        x = Clamp(x, -88f, 20f);
        Vector256<float> shift = Vector256.Create(RoundingShift + 127f);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), shift);
        Vector256<float> t = ReducedTanh(Reduce(x, shifted - shift) * Vector256.Create(0.5f));
        Vector256<float> scale = (shifted.AsInt32() << 23).AsSingle();
        Vector256<float> numerator = Vector256.MultiplyAddEstimate(scale, t, scale);
        return numerator / (numerator + (Vector256<float>.One - t));
    }

    /// <summary>The natural logarithm, subnormal arguments included; -infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<float> isSmall = Vector256.LessThan(x, Vector256.Create(1.17549435e-38f));
        Vector256<float> scaled = Vector256.ConditionalSelect(isSmall, x * Vector256.Create(8388608f), x);

        // The mantissa between √½ and √2: subtracting the bits of √½ leaves the exponent of x / √½.
        Vector256<int> bits = scaled.AsInt32();
        Vector256<int> exponent = (bits - Vector256.Create(SqrtHalfBits)) >> 23;
        Vector256<float> mantissa = (bits - (exponent << 23)).AsSingle();
        Vector256<float> n = Vector256.ConvertToSingle(exponent) - (isSmall & Vector256.Create(23f));
        return WithLimits(x, LogOfMantissa(mantissa - Vector256<float>.One, n));
    }

    /// <summary>log(1 + x); -infinity at -1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x)
    {
        // u + lost = 1 + x exactly. Of log u, what was lost is added to the mantissa at the mantissa's scale.
        Vector256<float> u = x + Vector256<float>.One;
        Vector256<float> rounded = u - x;
        Vector256<float> lost = x - (u - rounded) + (Vector256<float>.One - rounded);
        Vector256<int> bits = u.AsInt32();
        Vector256<int> exponent = (bits - Vector256.Create(SqrtHalfBits)) >> 23;
        Vector256<int> inverse = Vector256.Create(127) - Vector256.Min(exponent, Vector256.Create(127));
        Vector256<float> mantissa = (bits - (exponent << 23)).AsSingle();
        Vector256<float> f = Vector256.MultiplyAddEstimate(
            lost, (inverse << 23).AsSingle(), mantissa - Vector256<float>.One);
        return WithLimits(u, LogOfMantissa(f, Vector256.ConvertToSingle(exponent)));
    }

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        // erf x = x·(1/4 + p(x²) / d(x²)): where x is large, and the polynomials round most, their quotient is small.
        // Truncation error 1.1·10⁻⁸; the common factor of p and d was chosen for the least rounding. From 3.93 on erf
        // rounds to 1, and at 3.94 this is exactly 1, fused or not.
        x = Clamp(x, -3.94f, 3.94f);
        Vector256<float> q = x * x;
        Vector256<float> p = Vector256.Create(-2.5037098e-08f);
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(-2.1419612e-05f));
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(0.0001003673f));
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(-3.5840647e-05f));
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(0.050181758f));
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(0.118321866f));
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(1.709593f));
        Vector256<float> d = Vector256.Create(0.00012164961f);
        d = Vector256.MultiplyAddEstimate(d, q, Vector256.Create(0.0025349022f));
        d = Vector256.MultiplyAddEstimate(d, q, Vector256.Create(0.030040927f));
        d = Vector256.MultiplyAddEstimate(d, q, Vector256.Create(0.22165841f));
        d = Vector256.MultiplyAddEstimate(d, q, Vector256.Create(0.9681222f));
        d = Vector256.MultiplyAddEstimate(d, q, Vector256.Create(1.9463042f));
        return Vector256.MultiplyAddEstimate(x, p / d, x * Vector256.Create(0.25f));
    }

    /// <summary>Limits x to a range; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Clamp(Vector256<float> x, float low, float high) =>
        Vector256.MinNative(Vector256.Create(high), Vector256.MaxNative(Vector256.Create(low), x));

    /// <summary>x - n·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Reduce(Vector256<float> x, Vector256<float> n)
    {
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), r);
    }

    /// <summary>eʳ - 1 for |r| ≤ ln 2 / 2; truncation error 1.4·10⁻⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReducedExpm1(Vector256<float> r)
    {
        Vector256<float> p = Vector256.Create(0.0013839413712413f);
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.00836705695837736f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.041667744517326355f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.16666539013385773f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.4999999701976776f));
        return Vector256.MultiplyAddEstimate(p, r * r, r);
    }

    /// <summary>tanh y for |y| ≤ ln 2 / 4; truncation error 1.7·10⁻¹⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReducedTanh(Vector256<float> y)
    {
        Vector256<float> q = y * y;
        Vector256<float> p = Vector256.Create(-0.05271453037858009f);
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(0.1333114057779312f));
        p = Vector256.MultiplyAddEstimate(p, q, Vector256.Create(-0.33333322405815125f));
        return Vector256.MultiplyAddEstimate(p, y * q, y);
    }

    /// <summary>log(1 + f) + n·ln 2 for 1 + f between √½ and √2; truncation error 7.5·10⁻⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOfMantissa(Vector256<float> f, Vector256<float> n)
    {
        Vector256<float> p = Vector256.Create(0.00722981384024024f);
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(-0.08296459168195724f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(0.12772534787654877f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(-0.1303848773241043f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(0.1418524980545044f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(-0.16630679368972778f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(0.2000228464603424f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(-0.250006765127182f));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(0.33333316445350647f));
        Vector256<float> square = f * f;
        p = Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2Low), p * f * square);
        p = Vector256.MultiplyAddEstimate(square, Vector256.Create(-0.5f), p);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2High), f + p);
    }

    /// <summary>The logarithm of x at 0 and infinity, and NaN outside its domain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> WithLimits(Vector256<float> x, Vector256<float> logarithm)
    {
        Vector256<float> isFinite = Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity));
        Vector256<float> isNegative = Vector256.LessThan(x, Vector256<float>.Zero);
        Vector256<float> isZero = Vector256.Equals(x, Vector256<float>.Zero);
        logarithm = Vector256.ConditionalSelect(isFinite, logarithm, x);
        logarithm = Vector256.ConditionalSelect(isZero, Vector256.Create(float.NegativeInfinity), logarithm);
        return logarithm | isNegative;
    }
}
