using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>Derivatives, at the kinks as PyTorch takes them: from the output where that determines them, and from the input.</summary>
public static partial class Activations
{
    /// <summary>The standard normal density at 0, 1 / √(2π).</summary>
    private const float NormalDensityAtZero = 0.398942280f;

    /// <summary>dy/dx = 1 where y is positive, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLUGradientFromOutput(Vector256<float> y) => OneWhere(IsPositive(y));

    /// <summary>dy/dx = 1 for 0 &lt; x, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLUGradientFromInput(Vector256<float> x) => OneWhere(IsPositive(x));

    /// <summary>dy/dx = 1 for 0 &lt; y &lt; 6, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU6GradientFromOutput(Vector256<float> y) => OneWhere(IsBetween(y, 0f, 6f));

    /// <summary>dy/dx = 1 for 0 &lt; x &lt; 6, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU6GradientFromInput(Vector256<float> x) => OneWhere(IsBetween(x, 0f, 6f));

    /// <summary>dy/dx = 1 where y is positive, else the slope (which must not be negative).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLUGradientFromOutput(Vector256<float> y, float slope) =>
        Where(IsPositive(y), Vector256<float>.One, Vector256.Create(slope));

    /// <summary>dy/dx = 1 where x is positive, else the slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLUGradientFromInput(Vector256<float> x, float slope) =>
        Where(IsPositive(x), Vector256<float>.One, Vector256.Create(slope));

    /// <summary>dy/dx = 1 where y is positive, else y + alpha (which must be positive).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ELUGradientFromOutput(Vector256<float> y, float alpha) =>
        Where(IsPositive(y), Vector256<float>.One, y + Vector256.Create(alpha));

    /// <summary>dy/dx = 1 where x is positive, else alpha · eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ELUGradientFromInput(Vector256<float> x, float alpha) =>
        Where(IsPositive(x), Vector256<float>.One, VectorMath.Exp(x) * Vector256.Create(alpha));

    /// <summary>dy/dx = s·(1 + x·(1 - s)) with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiLUGradientFromInput(Vector256<float> x) =>
        GatedGradient(VectorMath.Sigmoid(x), x);

    /// <summary>dy/dx = Φ(x) + x·φ(x), the normal distribution and its density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GELUGradientFromInput(Vector256<float> x)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        Vector256<float> erf = VectorMath.Erf(x * Vector256.Create(SqrtHalf));
        Vector256<float> density = VectorMath.Exp(x * x * Vector256.Create(-0.5f)) * Vector256.Create(NormalDensityAtZero);
        return Vector256.MultiplyAddEstimate(x, density, Vector256.MultiplyAddEstimate(half, erf, half));
    }

    /// <summary>The derivative of <see cref="GELUTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GELUTanhGradientFromInput(Vector256<float> x)
    {
        // With u the argument of the sigmoid: x·u'(x) = x·(linear + 3·cubic·x²).
        Vector256<float> slope = Vector256.MultiplyAddEstimate(
            x * x, Vector256.Create(3f * GELUCubic), Vector256.Create(GELULinear));
        return GatedGradient(VectorMath.Sigmoid(GELUArgument(x)), x * slope);
    }

    /// <summary>dy/dx = y·(1 - y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidGradientFromOutput(Vector256<float> y) => y * (Vector256<float>.One - y);

    /// <summary>dy/dx = s·(1 - s) with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidGradientFromInput(Vector256<float> x) =>
        SigmoidGradientFromOutput(VectorMath.Sigmoid(x));

    /// <summary>dy/dx = 1 - y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhGradientFromOutput(Vector256<float> y) =>
        Vector256.MultiplyAddEstimate(-y, y, Vector256<float>.One);

    /// <summary>dy/dx = 1 - tanh² x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhGradientFromInput(Vector256<float> x) => TanhGradientFromOutput(VectorMath.Tanh(x));

    /// <summary>dy/dx = 2/3 · (1.7159 - y² / 1.7159).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanhGradientFromOutput(Vector256<float> y) =>
        Vector256.MultiplyAddEstimate(
            y * Vector256.Create(-ScaledTanhSlope / ScaledTanhAmplitude), y, Vector256.Create(ScaledTanhSlope * ScaledTanhAmplitude));

    /// <summary>The derivative of <see cref="ScaledTanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanhGradientFromInput(Vector256<float> x) => ScaledTanhGradientFromOutput(ScaledTanh(x));

    /// <summary>dy/dx = 0 up to -3, 1 from 3 on, between them x/3 + 1/2; at the two ends as PyTorch takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardswishGradientFromInput(Vector256<float> x)
    {
        Vector256<float> inner = Vector256.MultiplyAddEstimate(x, Vector256.Create(1f / 3f), Vector256.Create(0.5f));
        Vector256<float> low = Vector256.LessThanOrEqual(x, Vector256.Create(-3f));
        Vector256<float> high = Vector256.GreaterThanOrEqual(x, Vector256.Create(3f));
        return Vector256.AndNot(Where(high, Vector256<float>.One, inner), low);
    }

    /// <summary>dy/dx = 1/6 for 0 &lt; y &lt; 1, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardsigmoidGradientFromOutput(Vector256<float> y) =>
        IsBetween(y, 0f, 1f) & Vector256.Create(1f / 6f);

    /// <summary>dy/dx = 1/6 for -3 &lt; x &lt; 3, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardsigmoidGradientFromInput(Vector256<float> x) =>
        IsBetween(x, -3f, 3f) & Vector256.Create(1f / 6f);

    /// <summary>dy/dx = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftplusGradientFromInput(Vector256<float> x) => VectorMath.Sigmoid(x);

    /// <summary>dy/dx = t + x·(1 - t²)·sigmoid(x) with t = tanh(log(1 + eˣ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishGradientFromInput(Vector256<float> x)
    {
        Vector256<float> t = TanhOfSoftplus(x);
        Vector256<float> slope = Vector256.MultiplyAddEstimate(-t, t, Vector256<float>.One);
        return Vector256.MultiplyAddEstimate(x * slope, VectorMath.Sigmoid(x), t);
    }

    /// <summary>d(x·sigmoid(u))/dx = s + s·(1 - s)·x·u' with s = sigmoid(u).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> GatedGradient(Vector256<float> s, Vector256<float> xTimesSlope) =>
        Vector256.MultiplyAddEstimate(s * (Vector256<float>.One - s), xTimesSlope, s);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OneWhere(Vector256<float> mask) => mask & Vector256<float>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> IsBetween(Vector256<float> x, float low, float high) =>
        Vector256.GreaterThan(x, Vector256.Create(low)) & Vector256.LessThan(x, Vector256.Create(high));
}
