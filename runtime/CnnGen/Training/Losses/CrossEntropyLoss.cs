using System.Runtime.CompilerServices;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>Softmax cross-entropy over the classes of each pixel, eight pixels at a time.</summary>
internal sealed class CrossEntropyLoss : SingleLoss
{
    private const string Name = "cross-entropy";

    private readonly float _labelSmoothing;
    private readonly float[]? _classWeights;
    private readonly int? _ignoreLabel;

    public CrossEntropyLoss(float labelSmoothing, float[]? classWeights, int? ignoreLabel)
    {
        (_labelSmoothing, _classWeights, _ignoreLabel) = (labelSmoothing, classWeights?.ToArray(), ignoreLabel);
        foreach (float weight in _classWeights ?? [])
        {
            Settings.NotNegative(weight, nameof(classWeights));
        }
    }

    internal override int? IgnoredLabel => _ignoreLabel;

    internal override IEnumerable<string> Doubts(NetworkInfo network) => network.Outputs.Count > 1
        ? [SeveralOutputs(Name, network.Outputs.Count)]
        : Probabilities(network, Name, "softmax");

    internal override int TermsPerSample(OutputShape shape)
    {
        if (shape.OutputCount != 1)
        {
            throw new InvalidOperationException(SeveralOutputs(Name, shape.OutputCount));
        }

        return _classWeights is null || _classWeights.Length == shape.Classes
            ? shape.Pixels
            : throw new ArgumentException(
                $"{Name}: expected {shape.Classes} class weights, one for each class, found {_classWeights.Length}");
    }

    internal override (int Count, int Limit) Labels(OutputShape shape) => (TermsPerSample(shape), shape.Classes);

    internal override double WeightOf(OutputShape shape, SampleTargets targets)
    {
        if (!targets.HasLabels || (_classWeights is null && _ignoreLabel is null))
        {
            return TermsPerSample(shape);
        }

        double sum = 0;
        foreach (int label in targets.AllLabels)
        {
            sum += label == _ignoreLabel ? 0 : _classWeights?[label] ?? 1;
        }

        return sum;
    }

    internal override double Sample<V, F8>(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
    {
        double loss = 0;
        for (int pixel = 0; pixel < shape.Pixels; pixel += V.Count)
        {
            int count = Math.Min(V.Count, shape.Pixels - pixel);
            loss += Lanes<V, F8>.Sum(Block<V, F8>(shape, outputs, targets, gradients, scale, pixel, count), count);
        }

        return loss;
    }

    private F8 Block<V, F8>(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale,
        int pixel, int count)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        int stride = shape.PixelStride;

        // The gradients hold the exponentials until their sum is known.
        (F8 max, F8 sum) = SoftmaxLanes<V, F8>.Exponentials(shape, outputs, gradients, pixel, count);
        F8 logSum = VectorMath<V, F8>.Log(sum);
        F8 loss = V.Zero;
        F8 weights = V.Zero;
        for (int c = 0; c < shape.Classes; c++)
        {
            F8 surprise = V.Subtract(logSum, V.Subtract(Lanes<V, F8>.Load(outputs, shape.At(c, pixel), count, stride), max));
            (F8 weight, F8 term) = Weigh<V, F8>(targets, shape, c, pixel, count, surprise);
            weights = V.Add(weights, weight);
            loss = V.Add(loss, term);
        }

        F8 perExponential = V.Divide(weights, sum);
        for (int c = 0; c < shape.Classes; c++)
        {
            int start = shape.At(c, pixel);
            (F8 weight, _) = Weigh<V, F8>(targets, shape, c, pixel, count, V.Zero);
            F8 e = Lanes<V, F8>.Load(gradients, start, count, stride);
            F8 gradient = V.Multiply(V.Subtract(V.Multiply(e, perExponential), weight), V.Create(scale));
            Lanes<V, F8>.Store(gradient, gradients, start, count, stride);
        }

        return loss;
    }

    /// <summary>The target's weight of a class, and that times the class's surprise (-log of its probability).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (F8 Weight, F8 Term) Weigh<V, F8>(
        SampleTargets targets, OutputShape shape, int c, int pixel, int count, F8 surprise)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        float factor = _classWeights is null ? 1f : _classWeights[c];
        F8 kept = V.Create((1f - _labelSmoothing) * factor);
        F8 spread = V.Create(_labelSmoothing / shape.Classes * factor);
        if (!targets.HasLabels)
        {
            F8 value = targets.LoadValues<V, F8>(shape.At(c, pixel), count, shape.PixelStride);
            F8 weight = V.Add(V.Multiply(value, kept), spread);
            return (weight, V.Multiply(weight, surprise));
        }

        // Masked, not multiplied by zero: the surprise of another class may be infinite.
        F8 isLabel = targets.IsLabel<V, F8>(c, pixel, count);
        F8 isIgnored = _ignoreLabel is { } ignored ? targets.IsLabel<V, F8>(ignored, pixel, count) : V.Zero;
        (F8 share, F8 term) = _labelSmoothing == 0f
            ? (V.BitwiseAnd(isLabel, kept), V.BitwiseAnd(isLabel, V.Multiply(surprise, kept)))
            : (V.Add(V.BitwiseAnd(isLabel, kept), spread),
                V.Add(V.BitwiseAnd(isLabel, V.Multiply(surprise, kept)), V.Multiply(surprise, spread)));
        return (V.AndNot(share, isIgnored), V.AndNot(term, isIgnored));
    }
}
