using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// The activations of a vector of elements, inlined into the kernels that store them. NaN passes through.
/// </summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Activations<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    private const float ScaledTanhAmplitude = 1.7159f;
    private const float ScaledTanhSlope = 2f / 3f;
    private const float SqrtHalf = 0.70710678f;

    // GELU by tanh: x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³))) = x · sigmoid(2·√(2/π)·(x + 0.044715·x³)).
    private const float GELULinear = 1.59576912f;
    private const float GELUCubic = 0.0713548163f;

    /// <summary>max(x, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReLU(T x) => AtLeast(W.Zero, x);

    /// <summary>min(max(x, 0), 6).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReLU6(T x) => AtMost(W.Create(6f), ReLU(x));

    /// <summary>x where positive, else slope · x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LeakyReLU(T x, float slope) => Where(IsPositive(x), x, W.Multiply(x, W.Create(slope)));

    /// <summary>x where positive, else alpha · (eˣ - 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ELU(T x, float alpha) => Where(IsPositive(x), x, W.Multiply(VectorMath<W, T>.Expm1(x), W.Create(alpha)));

    /// <summary>x · sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SiLU(T x) => W.Multiply(x, VectorMath<W, T>.Sigmoid(x));

    /// <summary>x/2 · (1 + erf(x / √2)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GELU(T x)
    {
        T half = W.Multiply(x, W.Create(0.5f));
        return W.MultiplyAdd(half, VectorMath<W, T>.Erf(W.Multiply(x, W.Create(SqrtHalf))), half);
    }

    /// <summary>GELU's approximation by tanh.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GELUTanh(T x) => W.Multiply(x, VectorMath<W, T>.Sigmoid(GELUArgument(x)));

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid(T x) => VectorMath<W, T>.Sigmoid(x);

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh(T x) => VectorMath<W, T>.Tanh(x);

    /// <summary>1.7159 · tanh(2x / 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaledTanh(T x) =>
        W.Multiply(VectorMath<W, T>.Tanh(W.Multiply(x, W.Create(ScaledTanhSlope))), W.Create(ScaledTanhAmplitude));

    /// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Hardswish(T x) => W.Multiply(W.Multiply(x, ReLU6(W.Add(x, W.Create(3f)))), W.Create(1f / 6f));

    /// <summary>min(max(x + 3, 0), 6) / 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Hardsigmoid(T x) => W.Multiply(ReLU6(W.Add(x, W.Create(3f))), W.Create(1f / 6f));

    /// <summary>log(1 + eˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softplus(T x) => W.Add(ReLU(x), VectorMath<W, T>.Log1p(VectorMath<W, T>.Exp(W.Negate(W.Abs(x)))));

    /// <summary>x · tanh(log(1 + eˣ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mish(T x) => W.Multiply(x, TanhOfSoftplus(x));

    /// <summary>tanh(log(1 + eˣ)) = n / (n + 2) with n = eˣ·(eˣ + 2); 1 to the last bit from 20 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TanhOfSoftplus(T x)
    {
        T two = W.Create(2f);
        T e = VectorMath<W, T>.Exp(AtMost(W.Create(20f), x));
        T n = W.Multiply(e, W.Add(e, two));
        return W.Divide(n, W.Add(n, two));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T GELUArgument(T x) =>
        W.Multiply(x, W.MultiplyAdd(W.Multiply(x, x), W.Create(GELUCubic), W.Create(GELULinear)));

    // The native minimum and maximum give their second argument when one of them is NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtLeast(T bound, T x) => W.MaxNative(bound, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtMost(T bound, T x) => W.MinNative(bound, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T IsPositive(T x) => W.GreaterThan(x, W.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Where(T mask, T yes, T no) =>
        W.ConditionalSelect(mask, yes, no);
}
