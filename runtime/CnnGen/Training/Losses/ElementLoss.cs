using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>The loss of single elements.</summary>
internal interface IElementError
{
    /// <summary>The factory's name on <see cref="Loss"/>.</summary>
    static abstract string Name { get; }

    /// <summary>Labels are below this number; 0 when the loss takes none.</summary>
    static abstract int LabelLimit { get; }

    /// <summary>The function that makes probabilities of outputs; null where outputs are taken as they are.</summary>
    static abstract string? Function { get; }

    /// <summary>Loss and d(loss)/dx of outputs x with targets t.</summary>
    (F8 Loss, F8 Gradient) Evaluate<V, F8>(F8 x, F8 t)
        where V : struct, IVectors<F8>
        where F8 : struct;
}

/// <summary>A loss that is the mean over all elements.</summary>
internal sealed class ElementLoss<TError>(TError error) : SingleLoss
    where TError : struct, IElementError
{
    internal override IEnumerable<string> Doubts(NetworkInfo network) =>
        TError.Function is { } function ? Probabilities(network, TError.Name, function) : [];

    internal override int TermsPerSample(OutputShape shape) => shape.Length;

    internal override (int Count, int Limit) Labels(OutputShape shape) =>
        TError.LabelLimit > 0
            ? (shape.Length, TError.LabelLimit)
            : throw new ArgumentException($"{TError.Name}: expected float targets, found integer labels");

    internal override double Sample<V, F8>(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i += V.Count)
        {
            int count = Math.Min(V.Count, outputs.Length - i);
            (F8 term, F8 gradient) = error.Evaluate<V, F8>(Lanes<V, F8>.Load(outputs, i, count), targets.Load<V, F8>(i, count));
            Lanes<V, F8>.Store(V.Multiply(gradient, V.Create(scale)), gradients, i, count);
            loss += Lanes<V, F8>.Sum(term, count);
        }

        return loss;
    }
}

/// <summary>(x - t)².</summary>
internal readonly struct SquaredError : IElementError
{
    public static string Name => nameof(Loss.MeanSquaredError);

    public static int LabelLimit => 0;

    public static string? Function => null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (F8 Loss, F8 Gradient) Evaluate<V, F8>(F8 x, F8 t)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        F8 difference = V.Subtract(x, t);
        return (V.Multiply(difference, difference), V.Add(difference, difference));
    }
}

/// <summary>-t·log s - (1 - t)·log(1 - s) with s = sigmoid(x), which is softplus(x) - x·t.</summary>
internal readonly struct LogitError : IElementError
{
    public static string Name => nameof(Loss.BinaryCrossEntropyWithLogits);

    public static int LabelLimit => 2;

    public static string? Function => "sigmoid";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (F8 Loss, F8 Gradient) Evaluate<V, F8>(F8 x, F8 t)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        // (1 - t)·max(x, 0) + t·max(-x, 0) + log(1 + e^-|x|): no term cancels another, and an infinite x costs what it should.
        F8 rest = VectorMath<V, F8>.Log1p(VectorMath<V, F8>.Exp(V.Negate(V.Abs(x))));
        F8 cost = V.Add(
            Weighted<V, F8>(V.Subtract(V.One, t), Activations<V, F8>.ReLU(x)), Weighted<V, F8>(t, Activations<V, F8>.ReLU(V.Negate(x))));
        return (V.Add(cost, rest), V.Subtract(VectorMath<V, F8>.Sigmoid(x), t));
    }

    /// <summary>Nothing where the weight is 0, were the cost infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F8 Weighted<V, F8>(F8 weight, F8 cost)
        where V : struct, IVectors<F8>
        where F8 : struct => V.AndNot(V.Multiply(weight, cost), V.Equals(weight, V.Zero));
}
