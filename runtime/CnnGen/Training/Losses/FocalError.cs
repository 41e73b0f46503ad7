using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// Binary cross-entropy times u^gamma, where u = s·(1 − t) + (1 − s)·t is the probability of what is wrong and s = sigmoid(x); times
/// alpha for ones and 1 − alpha for zeros.
/// </summary>
internal readonly struct FocalError(float gamma, float? alpha) : IElementError
{
    // Where u is zero so is the cross-entropy: its logarithm need not be infinite.
    private const float Smallest = 1e-30f;

    public static string Name => nameof(Loss.Focal);

    public static int LabelLimit => 2;

    public static string? Function => "sigmoid";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (F8 Loss, F8 Gradient) Evaluate<V, F8>(F8 x, F8 t)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        (F8 entropy, F8 slope) = default(LogitError).Evaluate<V, F8>(x, t);
        F8 one = VectorMath<V, F8>.Sigmoid(x);
        F8 zero = VectorMath<V, F8>.Sigmoid(V.Negate(x));
        F8 isZero = V.Subtract(V.One, t);
        F8 wrong = V.MultiplyAdd(one, isZero, V.Multiply(zero, t));
        F8 log = VectorMath<V, F8>.Log(Extremes<V, F8>.Max(wrong, V.Create(Smallest)));
        F8 power = VectorMath<V, F8>.Exp(V.Multiply(V.Create(gamma), log));

        // d(u^gamma) = gamma·u^(gamma − 1)·du, and du = s·(1 − s)·(1 − 2t).
        F8 wrongSlope = V.Multiply(V.Multiply(one, zero), V.Subtract(isZero, t));
        F8 powerSlope = V.Multiply(V.Multiply(V.Create(gamma), VectorMath<V, F8>.Exp(V.Multiply(V.Create(gamma - 1f), log))), wrongSlope);
        F8 factor = alpha is { } share ? V.MultiplyAdd(V.Create(share), t, V.Multiply(V.Create(1f - share), isZero)) : V.One;
        return (
            V.Multiply(factor, V.Multiply(entropy, power)),
            V.Multiply(factor, V.MultiplyAdd(slope, power, V.Multiply(entropy, powerSlope))));
    }
}
