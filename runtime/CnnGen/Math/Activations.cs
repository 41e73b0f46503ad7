using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// The activations of eight elements at once, inlined into the kernels that store them. NaN passes through.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Activations
{
    private const float ScaledTanhAmplitude = 1.7159f;
    private const float ScaledTanhSlope = 2f / 3f;
    private const float SqrtHalf = 0.70710678f;

    // GELU by tanh: x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³))) = x · sigmoid(2·√(2/π)·(x + 0.044715·x³)).
    private const float GELULinear = 1.59576912f;
    private const float GELUCubic = 0.0713548163f;

    /// <summary>max(x, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU(Vector256<float> x) => AtLeast(Vector256<float>.Zero, x);

    /// <summary>min(max(x, 0), 6).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU6(Vector256<float> x) => AtMost(Vector256.Create(6f), ReLU(x));

    /// <summary>x where positive, else slope · x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLU(Vector256<float> x, float slope) =>
        Where(IsPositive(x), x, x * Vector256.Create(slope));

    /// <summary>x where positive, else alpha · (eˣ - 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ELU(Vector256<float> x, float alpha) =>
        Where(IsPositive(x), x, VectorMath.Expm1(x) * Vector256.Create(alpha));

    /// <summary>x · sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiLU(Vector256<float> x) => x * VectorMath.Sigmoid(x);

    /// <summary>x/2 · (1 + erf(x / √2)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GELU(Vector256<float> x)
    {
        Vector256<float> half = x * Vector256.Create(0.5f);
        return Vector256.MultiplyAddEstimate(half, VectorMath.Erf(x * Vector256.Create(SqrtHalf)), half);
    }

    /// <summary>GELU's approximation by tanh.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GELUTanh(Vector256<float> x) => x * VectorMath.Sigmoid(GELUArgument(x));

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => VectorMath.Sigmoid(x);

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => VectorMath.Tanh(x);

    /// <summary>1.7159 · tanh(2x / 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanh(Vector256<float> x) =>
        VectorMath.Tanh(x * Vector256.Create(ScaledTanhSlope)) * Vector256.Create(ScaledTanhAmplitude);

    /// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Hardswish(Vector256<float> x) =>
        x * ReLU6(x + Vector256.Create(3f)) * Vector256.Create(1f / 6f);

    /// <summary>min(max(x + 3, 0), 6) / 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Hardsigmoid(Vector256<float> x) =>
        ReLU6(x + Vector256.Create(3f)) * Vector256.Create(1f / 6f);

    /// <summary>log(1 + eˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x) =>
        ReLU(x) + VectorMath.Log1p(VectorMath.Exp(-Vector256.Abs(x)));

    /// <summary>x · tanh(log(1 + eˣ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> x) => x * TanhOfSoftplus(x);

    /// <summary>tanh(log(1 + eˣ)) = n / (n + 2) with n = eˣ·(eˣ + 2); 1 to the last bit from 20 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> TanhOfSoftplus(Vector256<float> x)
    {
        Vector256<float> two = Vector256.Create(2f);
        Vector256<float> e = VectorMath.Exp(AtMost(Vector256.Create(20f), x));
        Vector256<float> n = e * (e + two);
        return n / (n + two);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> GELUArgument(Vector256<float> x) =>
        x * Vector256.MultiplyAddEstimate(x * x, Vector256.Create(GELUCubic), Vector256.Create(GELULinear));

    // The native minimum and maximum give their second argument when one of them is NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> AtLeast(Vector256<float> bound, Vector256<float> x) => Vector256.MaxNative(bound, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> AtMost(Vector256<float> bound, Vector256<float> x) => Vector256.MinNative(bound, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> IsPositive(Vector256<float> x) => Vector256.GreaterThan(x, Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Where(Vector256<float> mask, Vector256<float> yes, Vector256<float> no) =>
        Vector256.ConditionalSelect(mask, yes, no);
}
