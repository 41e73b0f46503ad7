using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>½d² up to delta, delta·(|d| − ½·delta) beyond, with d = x − t.</summary>
internal readonly struct HuberError(float delta) : IElementError
{
    public static string Name => nameof(Loss.Huber);

    public static int LabelLimit => 0;

    public static string? Function => null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (F8 Loss, F8 Gradient) Evaluate<V, F8>(F8 x, F8 t)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        F8 difference = V.Subtract(x, t);
        F8 limit = V.Create(delta);
        F8 slope = Extremes<V, F8>.Max(Extremes<V, F8>.Min(difference, limit), V.Negate(limit));

        // With d clamped to c both cases are c·(d − ½c).
        return (V.Multiply(slope, V.MultiplyAdd(V.Create(-0.5f), slope, difference)), slope);
    }
}
