using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// dx from dy, at the kinks and at NaN as PyTorch takes it: from the output y where that determines the derivative to its last digit
/// (not where y saturates before the derivative does), and from the input x. Where the derivative is 0 for being cut off, dx is 0
/// whatever dy is, infinite or NaN.
/// </summary>
public static partial class Activations
{
    /// <summary>The standard normal density at 0, 1 / √(2π).</summary>
    private const float NormalDensityAtZero = 0.398942280f;

    /// <summary>From here on the sigmoid in the tanh form of GELU is 0 or 1; the square must not overflow.</summary>
    private const float GELUSquareLimit = 1e30f;

    /// <summary>0 up to 0, else dy: also where y is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLUGradientFromOutput(Vector256<float> dy, Vector256<float> y) =>
        ZeroWhere(Vector256.LessThanOrEqual(y, Vector256<float>.Zero), dy);

    /// <summary>The same from the input, which has the output's sign where it counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLUGradientFromInput(Vector256<float> dy, Vector256<float> x) => ReLUGradientFromOutput(dy, x);

    /// <summary>0 up to 0 and from 6 on, else dy: also where y is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU6GradientFromOutput(Vector256<float> dy, Vector256<float> y) =>
        ZeroWhere(Vector256.GreaterThanOrEqual(y, Vector256.Create(6f)), ReLUGradientFromOutput(dy, y));

    /// <summary>The same from the input, which is the output between the bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU6GradientFromInput(Vector256<float> dy, Vector256<float> x) => ReLU6GradientFromOutput(dy, x);

    /// <summary>dy/dx = 1 where y is positive, else the slope (which must not be negative).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLUGradientFromOutput(Vector256<float> dy, Vector256<float> y, float slope) =>
        Where(IsPositive(y), dy, dy * Vector256.Create(slope));

    /// <summary>dy/dx = 1 where x is positive, else the slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLUGradientFromInput(Vector256<float> dy, Vector256<float> x, float slope) =>
        LeakyReLUGradientFromOutput(dy, x, slope);

    /// <summary>The gradient of the slope: 0 where x is positive, else x · dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLUSlopeGradient(Vector256<float> dy, Vector256<float> x) => ZeroWhere(IsPositive(x), x * dy);

    /// <summary>dy/dx = 1 where x is positive, else alpha · eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ELUGradientFromInput(Vector256<float> dy, Vector256<float> x, float alpha) =>
        Where(IsPositive(x), dy, dy * (VectorMath.Exp(x) * Vector256.Create(alpha)));

    /// <summary>dy/dx = s·(1 + x·(1 - s)) with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiLUGradientFromInput(Vector256<float> dy, Vector256<float> x) =>
        dy * GatedGradient(VectorMath.Sigmoid(x), x, Vector256<float>.One);

    /// <summary>dy/dx = Φ(x) + x·φ(x), the normal distribution and its density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GELUGradientFromInput(Vector256<float> dy, Vector256<float> x)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        Vector256<float> erf = VectorMath.Erf(x * Vector256.Create(SqrtHalf));
        Vector256<float> density = VectorMath.Exp(x * x * Vector256.Create(-0.5f)) * Vector256.Create(NormalDensityAtZero);
        return dy * Vector256.MultiplyAddEstimate(x, density, Vector256.MultiplyAddEstimate(half, erf, half));
    }

    /// <summary>The derivative of <see cref="GELUTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GELUTanhGradientFromInput(Vector256<float> dy, Vector256<float> x)
    {
        // With u the argument of the sigmoid: u'(x) = linear + 3·cubic·x².
        Vector256<float> slope = Vector256.MultiplyAddEstimate(
            AtMost(Vector256.Create(GELUSquareLimit), x * x), Vector256.Create(3f * GELUCubic), Vector256.Create(GELULinear));
        return dy * GatedGradient(VectorMath.Sigmoid(GELUArgument(x)), x, slope);
    }

    /// <summary>dy/dx = y·(1 - y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidGradientFromOutput(Vector256<float> dy, Vector256<float> y) =>
        dy * (y * (Vector256<float>.One - y));

    /// <summary>dy/dx = s·(1 - s) with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidGradientFromInput(Vector256<float> dy, Vector256<float> x) =>
        SigmoidGradientFromOutput(dy, VectorMath.Sigmoid(x));

    /// <summary>dy/dx = 1 - y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhGradientFromOutput(Vector256<float> dy, Vector256<float> y) =>
        dy * Vector256.MultiplyAddEstimate(-y, y, Vector256<float>.One);

    /// <summary>dy/dx = 1 - tanh² x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhGradientFromInput(Vector256<float> dy, Vector256<float> x) =>
        TanhGradientFromOutput(dy, VectorMath.Tanh(x));

    /// <summary>dy/dx = 2/3 · (1.7159 - y) · (1.7159 + y) / 1.7159: exactly 0 where y is at its limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanhGradientFromOutput(Vector256<float> dy, Vector256<float> y)
    {
        Vector256<float> limit = Vector256.Create(ScaledTanhAmplitude);
        return dy * ((limit - y) * (limit + y) * Vector256.Create(ScaledTanhSlope / ScaledTanhAmplitude));
    }

    /// <summary>The derivative of <see cref="ScaledTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanhGradientFromInput(Vector256<float> dy, Vector256<float> x) =>
        ScaledTanhGradientFromOutput(dy, ScaledTanh(x));

    /// <summary>dy/dx = 0 up to -3, 1 from 3 on, between them x/3 + 1/2; at the two ends as PyTorch takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardswishGradientFromInput(Vector256<float> dy, Vector256<float> x)
    {
        Vector256<float> inner = Vector256.MultiplyAddEstimate(x, Vector256.Create(1f / 3f), Vector256.Create(0.5f));
        Vector256<float> low = Vector256.LessThanOrEqual(x, Vector256.Create(-3f));
        Vector256<float> high = Vector256.GreaterThanOrEqual(x, Vector256.Create(3f));
        return ZeroWhere(low, Where(high, dy, dy * inner));
    }

    /// <summary>dy/dx = 1/6 for -3 &lt; x &lt; 3, else 0, also where x is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardsigmoidGradientFromInput(Vector256<float> dy, Vector256<float> x) =>
        Vector256.LessThan(Vector256.Abs(x), Vector256.Create(3f)) & (dy * Vector256.Create(1f / 6f));

    /// <summary>dy/dx = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftplusGradientFromInput(Vector256<float> dy, Vector256<float> x) => dy * VectorMath.Sigmoid(x);

    /// <summary>dy/dx = t + x·(1 - t²)·sigmoid(x) with t = tanh(log(1 + eˣ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishGradientFromInput(Vector256<float> dy, Vector256<float> x)
    {
        Vector256<float> t = TanhOfSoftplus(x);
        Vector256<float> slope = Vector256.MultiplyAddEstimate(-t, t, Vector256<float>.One);
        return dy * Vector256.MultiplyAddEstimate(x * slope, VectorMath.Sigmoid(x), t);
    }

    /// <summary>
    /// d(x·sigmoid(u))/dx = s + s·(1 - s)·x·u' with s = sigmoid(u). The factors that vanish come first: x·u' may overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> GatedGradient(Vector256<float> s, Vector256<float> x, Vector256<float> slope) =>
        Vector256.MultiplyAddEstimate(s * (Vector256<float>.One - s) * x, slope, s);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ZeroWhere(Vector256<float> mask, Vector256<float> value) => Vector256.AndNot(value, mask);
}
