using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

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
    static abstract (Vector Loss, Vector Gradient) Evaluate(Vector x, Vector t);
}

/// <summary>A loss that is the mean over all elements.</summary>
internal sealed class ElementLoss<TError> : Loss
    where TError : IElementError
{
    internal override IEnumerable<string> Doubts(NetworkInfo network) =>
        TError.Function is { } function ? Probabilities(network, TError.Name, function) : [];

    internal override int TermsPerSample(OutputShape shape) => shape.Length;

    internal override (int Count, int Limit) Labels(OutputShape shape) =>
        TError.LabelLimit > 0
            ? (shape.Length, TError.LabelLimit)
            : throw new ArgumentException($"{TError.Name}: expected float targets, found integer labels");

    internal override double Sample(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i += Vector.Count)
        {
            int count = Math.Min(Vector.Count, outputs.Length - i);
            (Vector error, Vector gradient) = TError.Evaluate(Lanes.Load(outputs, i, count), targets.Load(i, count));
            Lanes.Store(gradient * scale, gradients, i, count);
            loss += Lanes.Sum(error, count);
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
    public static (Vector Loss, Vector Gradient) Evaluate(Vector x, Vector t)
    {
        Vector difference = x - t;
        return (difference * difference, difference + difference);
    }
}

/// <summary>-t·log s - (1 - t)·log(1 - s) with s = sigmoid(x), which is softplus(x) - x·t.</summary>
internal readonly struct LogitError : IElementError
{
    public static string Name => nameof(Loss.BinaryCrossEntropyWithLogits);

    public static int LabelLimit => 2;

    public static string? Function => "sigmoid";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector Loss, Vector Gradient) Evaluate(Vector x, Vector t)
    {
        // (1 - t)·max(x, 0) + t·max(-x, 0) + log(1 + e^-|x|): no term cancels another, and an infinite x costs what it should.
        Vector rest = VectorMath<Vectors256, Vector>.Log1p(VectorMath<Vectors256, Vector>.Exp(-Vector256.Abs(x)));
        Vector cost = Weighted(Vector.One - t, Activations<Vectors256, Vector>.ReLU(x)) + Weighted(t, Activations<Vectors256, Vector>.ReLU(-x));
        return (cost + rest, VectorMath<Vectors256, Vector>.Sigmoid(x) - t);
    }

    /// <summary>Nothing where the weight is 0, were the cost infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector Weighted(Vector weight, Vector cost) => Vector256.AndNot(weight * cost, Vector256.Equals(weight, Vector.Zero));
}
