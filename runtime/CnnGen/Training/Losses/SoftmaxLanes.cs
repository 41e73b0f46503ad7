using CnnGen.Runtime;

namespace CnnGen;

/// <summary>Softmax over the classes of some neighbouring pixels.</summary>
internal static class SoftmaxLanes<V, F8>
    where V : struct, IVectors<F8>
    where F8 : struct
{
    /// <summary>Writes e^(x − max) of each class; returns each pixel's largest score and the sum of its exponentials.</summary>
    public static (F8 Max, F8 Sum) Exponentials(
        OutputShape shape, ReadOnlySpan<float> scores, Span<float> exponentials, int pixel, int count)
    {
        int stride = shape.PixelStride;
        F8 max = V.Create(float.NegativeInfinity);
        for (int c = 0; c < shape.Classes; c++)
        {
            max = Extremes<V, F8>.Max(max, Lanes<V, F8>.Load(scores, shape.At(c, pixel), count, stride));
        }

        F8 sum = V.Zero;
        for (int c = 0; c < shape.Classes; c++)
        {
            F8 difference = V.Subtract(Lanes<V, F8>.Load(scores, shape.At(c, pixel), count, stride), max);
            F8 e = Subnormals<V, F8>.ToZero(VectorMath<V, F8>.Exp(difference));
            Lanes<V, F8>.Store(e, exponentials, shape.At(c, pixel), count, stride);
            sum = V.Add(sum, e);
        }

        return (max, sum);
    }
}
