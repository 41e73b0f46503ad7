using System.Buffers;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// Soft Dice over the pixels of each class. The gradients hold the probabilities p until those of all pixels are known:
/// with dice = (2·Σpt + s) / (Σp + Σt + s) its derivative by p is 2t / (Σp + Σt + s) − dice / (Σp + Σt + s).
/// </summary>
internal sealed class DiceLoss(double smoothing) : SingleLoss
{
    private const string Name = nameof(Dice);

    internal override IEnumerable<string> Doubts(NetworkInfo network) => network.Outputs.Count > 1
        ? [SeveralOutputs(Name, network.Outputs.Count)]
        : Probabilities(network, Name, OutputShape.Of(network).Classes == 1 ? "sigmoid" : "softmax");

    internal override int TermsPerSample(OutputShape shape) =>
        shape.OutputCount == 1 ? shape.Classes : throw new InvalidOperationException(SeveralOutputs(Name, shape.OutputCount));

    internal override (int Count, int Limit) Labels(OutputShape shape) =>
        (shape.Pixels * TermsPerSample(shape) / shape.Classes, Math.Max(2, shape.Classes));

    internal override double Sample<V, F8>(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
    {
        float[] slopes = ArrayPool<float>.Shared.Rent(2 * shape.Classes);
        for (int pixel = 0; pixel < shape.Pixels; pixel += V.Count)
        {
            Probabilities<V, F8>(shape, outputs, gradients, pixel);
        }

        double loss = 0;
        for (int c = 0; c < shape.Classes; c++)
        {
            (double product, double sum) = Overlap<V, F8>(shape, gradients, targets, c);
            double all = sum + smoothing;
            double dice = (2 * product + smoothing) / all;
            loss += 1 - dice;
            (slopes[2 * c], slopes[2 * c + 1]) = ((float)(-2 / all), (float)(dice / all));
        }

        for (int pixel = 0; pixel < shape.Pixels; pixel += V.Count)
        {
            Gradients<V, F8>(shape, gradients, targets, slopes, scale, pixel);
        }

        ArrayPool<float>.Shared.Return(slopes);
        return loss;
    }

    private static void Probabilities<V, F8>(OutputShape shape, ReadOnlySpan<float> outputs, Span<float> probabilities, int pixel)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        (int count, int stride) = (Math.Min(V.Count, shape.Pixels - pixel), shape.PixelStride);
        if (shape.Classes == 1)
        {
            F8 x = Lanes<V, F8>.Load(outputs, shape.At(0, pixel), count, stride);
            Lanes<V, F8>.Store(VectorMath<V, F8>.Sigmoid(x), probabilities, shape.At(0, pixel), count, stride);
            return;
        }

        (_, F8 sum) = SoftmaxLanes<V, F8>.Exponentials(shape, outputs, probabilities, pixel, count);
        for (int c = 0; c < shape.Classes; c++)
        {
            F8 e = Lanes<V, F8>.Load(probabilities, shape.At(c, pixel), count, stride);
            Lanes<V, F8>.Store(V.Divide(e, sum), probabilities, shape.At(c, pixel), count, stride);
        }
    }

    private static (double Product, double Sum) Overlap<V, F8>(
        OutputShape shape, ReadOnlySpan<float> probabilities, SampleTargets targets, int c)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        (double product, double sum) = (0, 0);
        for (int pixel = 0; pixel < shape.Pixels; pixel += V.Count)
        {
            int count = Math.Min(V.Count, shape.Pixels - pixel);
            F8 p = Lanes<V, F8>.Load(probabilities, shape.At(c, pixel), count, shape.PixelStride);
            F8 t = Target<V, F8>(shape, targets, c, pixel, count);
            product += Lanes<V, F8>.Sum(V.Multiply(p, t), count);
            sum += Lanes<V, F8>.Sum(V.Add(p, t), count);
        }

        return (product, sum);
    }

    /// <summary>Back through the softmax, p·(g − Σ over classes of p·g), or the sigmoid, p·(1 − p)·g.</summary>
    private static void Gradients<V, F8>(
        OutputShape shape, Span<float> gradients, SampleTargets targets, float[] slopes, float scale, int pixel)
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        (int count, int stride) = (Math.Min(V.Count, shape.Pixels - pixel), shape.PixelStride);
        F8 mean = V.Zero;
        for (int c = 0; c < shape.Classes; c++)
        {
            F8 p = Lanes<V, F8>.Load(gradients, shape.At(c, pixel), count, stride);
            mean = V.MultiplyAdd(p, Slope<V, F8>(shape, targets, slopes, c, pixel, count), mean);
        }

        for (int c = 0; c < shape.Classes; c++)
        {
            F8 p = Lanes<V, F8>.Load(gradients, shape.At(c, pixel), count, stride);
            F8 slope = Slope<V, F8>(shape, targets, slopes, c, pixel, count);
            F8 rest = V.Subtract(slope, shape.Classes == 1 ? V.Multiply(p, slope) : mean);
            Lanes<V, F8>.Store(V.Multiply(V.Multiply(p, rest), V.Create(scale)), gradients, shape.At(c, pixel), count, stride);
        }
    }

    private static F8 Slope<V, F8>(OutputShape shape, SampleTargets targets, float[] slopes, int c, int pixel, int count)
        where V : struct, IVectors<F8>
        where F8 : struct =>
        V.MultiplyAdd(Target<V, F8>(shape, targets, c, pixel, count), V.Create(slopes[2 * c]), V.Create(slopes[2 * c + 1]));

    private static F8 Target<V, F8>(OutputShape shape, SampleTargets targets, int c, int pixel, int count)
        where V : struct, IVectors<F8>
        where F8 : struct => targets.HasLabels
            ? V.BitwiseAnd(targets.IsLabel<V, F8>(shape.Classes == 1 ? 1 : c, pixel, count), V.One)
            : targets.LoadValues<V, F8>(shape.At(c, pixel), count, shape.PixelStride);
}
