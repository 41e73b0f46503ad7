using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// dx from dy, at the kinks and at NaN as PyTorch takes it: from the output y where that determines the derivative to its last digit
/// (not where y saturates before the derivative does), and from the input x. Where the derivative is 0 for being cut off, dx is 0
/// whatever dy is, infinite or NaN.
/// </summary>
public static partial class Activations<W, T>
{
    /// <summary>The standard normal density at 0, 1 / √(2π).</summary>
    private const float NormalDensityAtZero = 0.398942280f;

    /// <summary>From here on the sigmoid in the tanh form of GELU is 0 or 1; the square must not overflow.</summary>
    private const float GELUSquareLimit = 1e30f;

    /// <summary>0 up to 0, else dy: also where y is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReLUGradientFromOutput(T dy, T y) => ZeroWhere(W.LessThanOrEqual(y, W.Zero), dy);

    /// <summary>The same from the input, which has the output's sign where it counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReLUGradientFromInput(T dy, T x) => ReLUGradientFromOutput(dy, x);

    /// <summary>0 up to 0 and from 6 on, else dy: also where y is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReLU6GradientFromOutput(T dy, T y) => ZeroWhere(W.GreaterThanOrEqual(y, W.Create(6f)), ReLUGradientFromOutput(dy, y));

    /// <summary>The same from the input, which is the output between the bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReLU6GradientFromInput(T dy, T x) => ReLU6GradientFromOutput(dy, x);

    /// <summary>dy/dx = 1 where y is positive, else the slope (which must not be negative).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LeakyReLUGradientFromOutput(T dy, T y, float slope) => Where(IsPositive(y), dy, W.Multiply(dy, W.Create(slope)));

    /// <summary>dy/dx = 1 where x is positive, else the slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LeakyReLUGradientFromInput(T dy, T x, float slope) => LeakyReLUGradientFromOutput(dy, x, slope);

    /// <summary>The gradient of the slope: 0 where x is positive, else x · dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LeakyReLUSlopeGradient(T dy, T x) => ZeroWhere(IsPositive(x), W.Multiply(x, dy));

    /// <summary>dy/dx = 1 where x is positive, else alpha · eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ELUGradientFromInput(T dy, T x, float alpha) =>
        Where(IsPositive(x), dy, W.Multiply(dy, W.Multiply(VectorMath<W, T>.Exp(x), W.Create(alpha))));

    /// <summary>dy/dx = s·(1 + x·(1 - s)) with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SiLUGradientFromInput(T dy, T x) => W.Multiply(dy, GatedGradient(VectorMath<W, T>.Sigmoid(x), x, W.One));

    /// <summary>dy/dx = Φ(x) + x·φ(x), the normal distribution and its density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GELUGradientFromInput(T dy, T x)
    {
        T half = W.Create(0.5f);
        T erf = VectorMath<W, T>.Erf(W.Multiply(x, W.Create(SqrtHalf)));
        T density = W.Multiply(VectorMath<W, T>.Exp(W.Multiply(W.Multiply(x, x), W.Create(-0.5f))), W.Create(NormalDensityAtZero));
        return W.Multiply(dy, W.MultiplyAdd(x, density, W.MultiplyAdd(half, erf, half)));
    }

    /// <summary>The derivative of <see cref="GELUTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T GELUTanhGradientFromInput(T dy, T x)
    {
        // With u the argument of the sigmoid: u'(x) = linear + 3·cubic·x².
        T slope = W.MultiplyAdd(
            AtMost(W.Create(GELUSquareLimit), W.Multiply(x, x)), W.Create(3f * GELUCubic), W.Create(GELULinear));
        return W.Multiply(dy, GatedGradient(VectorMath<W, T>.Sigmoid(GELUArgument(x)), x, slope));
    }

    /// <summary>dy/dx = y·(1 - y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SigmoidGradientFromOutput(T dy, T y) => W.Multiply(dy, W.Multiply(y, W.Subtract(W.One, y)));

    /// <summary>dy/dx = s·(1 - s) with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SigmoidGradientFromInput(T dy, T x) => SigmoidGradientFromOutput(dy, VectorMath<W, T>.Sigmoid(x));

    /// <summary>dy/dx = 1 - y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TanhGradientFromOutput(T dy, T y) => W.Multiply(dy, W.MultiplyAdd(W.Negate(y), y, W.One));

    /// <summary>dy/dx = 1 - tanh² x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TanhGradientFromInput(T dy, T x) => TanhGradientFromOutput(dy, VectorMath<W, T>.Tanh(x));

    /// <summary>dy/dx = 2/3 · (1.7159 - y) · (1.7159 + y) / 1.7159: exactly 0 where y is at its limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaledTanhGradientFromOutput(T dy, T y)
    {
        T limit = W.Create(ScaledTanhAmplitude);
        return W.Multiply(dy, W.Multiply(W.Multiply(W.Subtract(limit, y), W.Add(limit, y)), W.Create(ScaledTanhSlope / ScaledTanhAmplitude)));
    }

    /// <summary>The derivative of <see cref="ScaledTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaledTanhGradientFromInput(T dy, T x) => ScaledTanhGradientFromOutput(dy, ScaledTanh(x));

    /// <summary>dy/dx = 0 up to -3, 1 from 3 on, between them x/3 + 1/2; at the two ends as PyTorch takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HardswishGradientFromInput(T dy, T x)
    {
        T inner = W.MultiplyAdd(x, W.Create(1f / 3f), W.Create(0.5f));
        T low = W.LessThanOrEqual(x, W.Create(-3f));
        T high = W.GreaterThanOrEqual(x, W.Create(3f));
        return ZeroWhere(low, Where(high, dy, W.Multiply(dy, inner)));
    }

    /// <summary>dy/dx = 1/6 for -3 &lt; x &lt; 3, else 0, also where x is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HardsigmoidGradientFromInput(T dy, T x) =>
        W.BitwiseAnd(W.LessThan(W.Abs(x), W.Create(3f)), W.Multiply(dy, W.Create(1f / 6f)));

    /// <summary>dy/dx = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SoftplusGradientFromInput(T dy, T x) => W.Multiply(dy, VectorMath<W, T>.Sigmoid(x));

    /// <summary>dy/dx = t + x·(1 - t²)·sigmoid(x) with t = tanh(log(1 + eˣ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MishGradientFromInput(T dy, T x)
    {
        T t = TanhOfSoftplus(x);
        T slope = W.MultiplyAdd(W.Negate(t), t, W.One);
        return W.Multiply(dy, W.MultiplyAdd(W.Multiply(x, slope), VectorMath<W, T>.Sigmoid(x), t));
    }

    /// <summary>
    /// d(x·sigmoid(u))/dx = s + s·(1 - s)·x·u' with s = sigmoid(u). The factors that vanish come first: x·u' may overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T GatedGradient(T s, T x, T slope) =>
        W.MultiplyAdd(W.Multiply(W.Multiply(s, W.Subtract(W.One, s)), x), slope, s);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ZeroWhere(T mask, T value) => W.AndNot(value, mask);
}
