using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// Elementary functions of a vector of floats. The relative error stays below 2·10⁻⁷ for every argument, with or without
/// fused multiply-add; NaN gives NaN. The comment of each function says where results become subnormal or zero.
/// </summary>
/// <remarks>
/// All of them start from x = n·ln 2 + r with |r| ≤ ln 2 / 2 and a polynomial in r (minimax, coefficients rounded one after
/// another and the rest fitted again). Adding 1.5·2²³ rounds to an integer and leaves it in the low bits of the sum.
/// </remarks>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorMath<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const float Log2E = 1.44269504f;
    private const float RoundingShift = 12582912f;
    private const int SqrtHalfBits = 0x3F3504F3;

    // The first part has few bits: its product with |n| ≤ 256 is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>eˣ, subnormal results included; infinity from 88.73 on, 0 below -103.98.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp(T x)
    {
        x = Clamp(x, -104.5f, 89f);
        T shift = W.Create(RoundingShift + 254f);
        T shifted = W.MultiplyAdd(x, W.Create(Log2E), shift);
        T p = W.Add(ReducedExpm1(Reduce(x, W.Subtract(shifted, shift))), W.One);

        // 2ⁿ may leave the range of floats: 2^⌊n/2⌋ · 2^⌈n/2⌉. The 254 in the shift is twice the exponent's bias.
        T half = W.ShiftRightLogical(shifted, 1);
        return W.Multiply(W.Multiply(p, W.ShiftLeft(half, 23)), W.ShiftLeft(W.SubtractIntegers(shifted, half), 23));
    }

    /// <summary>eˣ - 1; a subnormal result loses one bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Expm1(T x)
    {
        x = Clamp(x, -60f, 89f);

        // Half of 2ⁿ, because 2¹²⁸ is no float: hence 126 instead of the bias 127.
        T shift = W.Create(RoundingShift + 126f);
        T shifted = W.MultiplyAdd(x, W.Create(Log2E), shift);
        T p = ReducedExpm1(Reduce(x, W.Subtract(shifted, shift)));
        T scale = W.ShiftLeft(shifted, 23);
        T halfResult = W.MultiplyAdd(scale, p, W.Subtract(scale, W.Create(0.5f)));
        return W.Add(halfResult, halfResult);
    }

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh(T x)
    {
        // tanh 9.02 rounds to 1. With e²ˣ = s·(1 + t)/(1 - t), s = 2ⁿ, t = tanh y and y = x - n·ln 2 / 2, |y| ≤ ln 2 / 4:
        // tanh x = (s - 1 + (s + 1)·t) / (s + 1 + (s - 1)·t).
        x = Clamp(x, -9.02f, 9.02f);
        T shift = W.Create(RoundingShift + 127f);
        T shifted = W.MultiplyAdd(x, W.Create(2f * Log2E), shift);
        T y = W.MultiplyAdd(W.Subtract(shifted, shift), W.Create(-0.34657359f), x);
        T t = ReducedTanh(y);
        T scale = W.ShiftLeft(shifted, 23);
        T sum = W.Add(scale, W.One);
        T difference = W.Subtract(scale, W.One);
        return W.Divide(W.MultiplyAdd(sum, t, difference), W.MultiplyAdd(difference, t, sum));
    }

    /// <summary>1 / (1 + e⁻ˣ); 0 below -87.68, where the result would be subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid(T x)
    {
        // eˣ = s·(1 + t)/(1 - t) as in Tanh; n = -127 gives s = 0.
        x = Clamp(x, -88f, 20f);
        T shift = W.Create(RoundingShift + 127f);
        T shifted = W.MultiplyAdd(x, W.Create(Log2E), shift);
        T t = ReducedTanh(W.Multiply(Reduce(x, W.Subtract(shifted, shift)), W.Create(0.5f)));
        T scale = W.ShiftLeft(shifted, 23);
        T numerator = W.MultiplyAdd(scale, t, scale);
        return W.Divide(numerator, W.Add(numerator, W.Subtract(W.One, t)));
    }

    /// <summary>The natural logarithm, subnormal arguments included; -infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log(T x)
    {
        T isSmall = W.LessThan(x, W.Create(1.17549435e-38f));
        T scaled = W.ConditionalSelect(isSmall, W.Multiply(x, W.Create(8388608f)), x);

        // The mantissa between √½ and √2: subtracting the bits of √½ leaves the exponent of x / √½.
        T exponent = W.ShiftRightArithmetic(W.SubtractIntegers(scaled, W.CreateInteger(SqrtHalfBits)), 23);
        T mantissa = W.SubtractIntegers(scaled, W.ShiftLeft(exponent, 23));
        T n = W.Subtract(W.ConvertToSingle(exponent), W.BitwiseAnd(isSmall, W.Create(23f)));
        return WithLimits(x, LogOfMantissa(W.Subtract(mantissa, W.One), n));
    }

    /// <summary>log(1 + x); -infinity at -1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1p(T x)
    {
        // u + lost = 1 + x exactly. Of log u, what was lost is added to the mantissa at the mantissa's scale.
        T u = W.Add(x, W.One);
        T rounded = W.Subtract(u, x);
        T lost = W.Add(W.Subtract(x, W.Subtract(u, rounded)), W.Subtract(W.One, rounded));
        T exponent = W.ShiftRightArithmetic(W.SubtractIntegers(u, W.CreateInteger(SqrtHalfBits)), 23);
        T inverse = W.SubtractIntegers(W.CreateInteger(127), W.MinIntegers(exponent, W.CreateInteger(127)));
        T mantissa = W.SubtractIntegers(u, W.ShiftLeft(exponent, 23));
        T f = W.MultiplyAdd(
            lost, W.ShiftLeft(inverse, 23), W.Subtract(mantissa, W.One));
        return WithLimits(u, LogOfMantissa(f, W.ConvertToSingle(exponent)));
    }

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erf(T x)
    {
        // erf x = x·(1/4 + p(x²) / d(x²)): where x is large, and the polynomials round most, their quotient is small.
        // Truncation error 1.1·10⁻⁸; the common factor of p and d was chosen for the least rounding. From 3.93 on erf
        // rounds to 1, and at 3.94 this is exactly 1, fused or not.
        x = Clamp(x, -3.94f, 3.94f);
        T q = W.Multiply(x, x);
        T p = W.Create(-2.5037098e-08f);
        p = W.MultiplyAdd(p, q, W.Create(-2.1419612e-05f));
        p = W.MultiplyAdd(p, q, W.Create(0.0001003673f));
        p = W.MultiplyAdd(p, q, W.Create(-3.5840647e-05f));
        p = W.MultiplyAdd(p, q, W.Create(0.050181758f));
        p = W.MultiplyAdd(p, q, W.Create(0.118321866f));
        p = W.MultiplyAdd(p, q, W.Create(1.709593f));
        T d = W.Create(0.00012164961f);
        d = W.MultiplyAdd(d, q, W.Create(0.0025349022f));
        d = W.MultiplyAdd(d, q, W.Create(0.030040927f));
        d = W.MultiplyAdd(d, q, W.Create(0.22165841f));
        d = W.MultiplyAdd(d, q, W.Create(0.9681222f));
        d = W.MultiplyAdd(d, q, W.Create(1.9463042f));
        return W.MultiplyAdd(x, W.Divide(p, d), W.Multiply(x, W.Create(0.25f)));
    }

    /// <summary>Limits x to a range; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Clamp(T x, float low, float high) =>
        W.MinNative(W.Create(high), W.MaxNative(W.Create(low), x));

    /// <summary>x - n·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reduce(T x, T n)
    {
        T r = W.MultiplyAdd(n, W.Create(-Ln2High), x);
        return W.MultiplyAdd(n, W.Create(-Ln2Low), r);
    }

    /// <summary>eʳ - 1 for |r| ≤ ln 2 / 2; truncation error 1.4·10⁻⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedExpm1(T r)
    {
        T p = W.Create(0.0013839413712413f);
        p = W.MultiplyAdd(p, r, W.Create(0.00836705695837736f));
        p = W.MultiplyAdd(p, r, W.Create(0.041667744517326355f));
        p = W.MultiplyAdd(p, r, W.Create(0.16666539013385773f));
        p = W.MultiplyAdd(p, r, W.Create(0.4999999701976776f));
        return W.MultiplyAdd(p, W.Multiply(r, r), r);
    }

    /// <summary>tanh y for |y| ≤ ln 2 / 4; truncation error 1.7·10⁻¹⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReducedTanh(T y)
    {
        T q = W.Multiply(y, y);
        T p = W.Create(-0.05271453037858009f);
        p = W.MultiplyAdd(p, q, W.Create(0.1333114057779312f));
        p = W.MultiplyAdd(p, q, W.Create(-0.33333322405815125f));
        return W.MultiplyAdd(p, W.Multiply(y, q), y);
    }

    /// <summary>log(1 + f) + n·ln 2 for 1 + f between √½ and √2; truncation error 7.5·10⁻⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogOfMantissa(T f, T n)
    {
        T p = W.Create(0.00722981384024024f);
        p = W.MultiplyAdd(p, f, W.Create(-0.08296459168195724f));
        p = W.MultiplyAdd(p, f, W.Create(0.12772534787654877f));
        p = W.MultiplyAdd(p, f, W.Create(-0.1303848773241043f));
        p = W.MultiplyAdd(p, f, W.Create(0.1418524980545044f));
        p = W.MultiplyAdd(p, f, W.Create(-0.16630679368972778f));
        p = W.MultiplyAdd(p, f, W.Create(0.2000228464603424f));
        p = W.MultiplyAdd(p, f, W.Create(-0.250006765127182f));
        p = W.MultiplyAdd(p, f, W.Create(0.33333316445350647f));
        T square = W.Multiply(f, f);
        p = W.MultiplyAdd(n, W.Create(Ln2Low), W.Multiply(W.Multiply(p, f), square));
        p = W.MultiplyAdd(square, W.Create(-0.5f), p);
        return W.MultiplyAdd(n, W.Create(Ln2High), W.Add(f, p));
    }

    /// <summary>The logarithm of x at 0 and infinity, and NaN outside its domain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T WithLimits(T x, T logarithm)
    {
        T isFinite = W.LessThan(x, W.Create(float.PositiveInfinity));
        T isNegative = W.LessThan(x, W.Zero);
        T isZero = W.Equals(x, W.Zero);
        logarithm = W.ConditionalSelect(isFinite, logarithm, x);
        logarithm = W.ConditionalSelect(isZero, W.Create(float.NegativeInfinity), logarithm);
        return W.BitwiseOr(logarithm, isNegative);
    }
}
