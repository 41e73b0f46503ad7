using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;
using Subnormals = CnnGen.Runtime.Subnormals<CnnGen.Runtime.Vectors256, System.Runtime.Intrinsics.Vector256<float>>;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace CnnGen;

/// <summary>Softmax cross-entropy over the classes of each pixel, eight pixels at a time.</summary>
internal sealed class CrossEntropyLoss(float labelSmoothing) : Loss
{
    internal override IEnumerable<string> Doubts(NetworkInfo network) => network.Outputs.Count > 1
        ? [SeveralOutputs(network.Outputs.Count)]
        : Probabilities(network, "cross-entropy", "softmax");

    internal override int TermsPerSample(OutputShape shape) =>
        shape.OutputCount == 1 ? shape.Pixels : throw new InvalidOperationException(SeveralOutputs(shape.OutputCount));

    internal override (int Count, int Limit) Labels(OutputShape shape) => (TermsPerSample(shape), shape.Classes);

    internal override double Sample(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
    {
        double loss = 0;
        for (int pixel = 0; pixel < shape.Pixels; pixel += Vector.Count)
        {
            int count = Math.Min(Vector.Count, shape.Pixels - pixel);
            loss += Lanes.Sum(Block(shape, outputs, targets, gradients, scale, pixel, count), count);
        }

        return loss;
    }

    private static string SeveralOutputs(int count) =>
        $"cross-entropy: expected one output, found {count}; use Forward, a loss of your own, and Backward";

    private Vector Block(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale,
        int pixel, int count)
    {
        int stride = shape.PixelStride;
        Vector max = Vector256.Create(float.NegativeInfinity);
        for (int c = 0; c < shape.Classes; c++)
        {
            max = Vector256.Max(max, Lanes.Load(outputs, shape.At(c, pixel), count, stride));
        }

        // The gradients hold the exponentials until their sum is known.
        Vector sum = Vector.Zero;
        for (int c = 0; c < shape.Classes; c++)
        {
            Vector e = Subnormals.ToZero(VectorMath<Vectors256, Vector>.Exp(Lanes.Load(outputs, shape.At(c, pixel), count, stride) - max));
            Lanes.Store(e, gradients, shape.At(c, pixel), count, stride);
            sum += e;
        }

        Vector logSum = VectorMath<Vectors256, Vector>.Log(sum);
        Vector loss = Vector.Zero;
        Vector weights = Vector.Zero;
        for (int c = 0; c < shape.Classes; c++)
        {
            Vector surprise = logSum - (Lanes.Load(outputs, shape.At(c, pixel), count, stride) - max);
            (Vector weight, Vector term) = Weigh(targets, shape, c, pixel, count, surprise);
            weights += weight;
            loss += term;
        }

        Vector perExponential = weights / sum;
        for (int c = 0; c < shape.Classes; c++)
        {
            int start = shape.At(c, pixel);
            (Vector weight, _) = Weigh(targets, shape, c, pixel, count, Vector.Zero);
            Vector e = Lanes.Load(gradients, start, count, stride);
            Lanes.Store((e * perExponential - weight) * scale, gradients, start, count, stride);
        }

        return loss;
    }

    /// <summary>The target's weight of a class, and that times the class's surprise (-log of its probability).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector Weight, Vector Term) Weigh(
        SampleTargets targets, OutputShape shape, int c, int pixel, int count, Vector surprise)
    {
        Vector kept = Vector256.Create(1f - labelSmoothing);
        Vector spread = Vector256.Create(labelSmoothing / shape.Classes);
        if (!targets.HasLabels)
        {
            Vector weight = targets.LoadValues(shape.At(c, pixel), count, shape.PixelStride) * kept + spread;
            return (weight, weight * surprise);
        }

        // Masked, not multiplied by zero: the surprise of another class may be infinite.
        Vector isLabel = targets.IsLabel(c, pixel, count);
        return labelSmoothing == 0f
            ? (isLabel & kept, isLabel & surprise)
            : ((isLabel & kept) + spread, (isLabel & (surprise * kept)) + surprise * spread);
    }
}
