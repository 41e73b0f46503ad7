namespace CnnGen.EndToEnd.Tests.Reference;

internal enum LossKind
{
    CrossEntropy,
    LabelSmoothing,
    MeanSquaredError,
    BinaryCrossEntropy,
}

/// <summary>Loss of one sample, averaged over its pixels or elements, and d(loss)/d(output).</summary>
internal static class ReferenceLoss
{
    public const float Smoothing = 0.1f;

    /// <summary>Cross-entropy over the channels of each pixel with smoothed one-hot targets.</summary>
    public static (double Loss, double[] Gradient) CrossEntropy(Dims dims, double[] y, ReadOnlySpan<int> labels, double smoothing)
    {
        var gradient = new double[y.Length];
        double loss = 0;
        int pixels = dims.H * dims.W;
        for (int p = 0; p < pixels; p++)
        {
            double[] log = LogSoftmaxLayer.Of(Channels.Pixel(dims, y, p));
            for (int c = 0; c < dims.C; c++)
            {
                double target = (c == labels[p] ? 1 - smoothing : 0) + smoothing / dims.C;
                loss -= target * log[c] / pixels;
                gradient[c * pixels + p] = (Math.Exp(log[c]) - target) / pixels;
            }
        }
        return (loss, gradient);
    }

    public static (double Loss, double[] Gradient) MeanSquaredError(double[] y, ReadOnlySpan<float> targets)
    {
        var gradient = new double[y.Length];
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            loss += (y[i] - targets[i]) * (y[i] - targets[i]) / y.Length;
            gradient[i] = 2 * (y[i] - targets[i]) / y.Length;
        }
        return (loss, gradient);
    }

    public static (double Loss, double[] Gradient) BinaryCrossEntropy(double[] y, ReadOnlySpan<float> targets)
    {
        var gradient = new double[y.Length];
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            loss += (SoftplusLayer.Of(y[i]) - targets[i] * y[i]) / y.Length;
            gradient[i] = (SigmoidLayer.Of(y[i]) - targets[i]) / y.Length;
        }
        return (loss, gradient);
    }
}
