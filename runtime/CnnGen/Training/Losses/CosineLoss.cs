namespace CnnGen;

/// <summary>
/// 1 − cosine of outputs and targets over the classes of each pixel, with the terms of PyTorch that keep zero vectors finite.
/// </summary>
internal sealed class CosineLoss : SingleLoss
{
    private const double Epsilon = 1e-12;
    private const string Name = nameof(CosineEmbedding);

    internal override IEnumerable<string> Doubts(NetworkInfo network) =>
        network.Outputs.Count > 1 ? [SeveralOutputs(Name, network.Outputs.Count)] : [];

    internal override int TermsPerSample(OutputShape shape) =>
        shape.OutputCount == 1 ? shape.Pixels : throw new InvalidOperationException(SeveralOutputs(Name, shape.OutputCount));

    internal override (int Count, int Limit) Labels(OutputShape shape) =>
        throw new ArgumentException($"{Name}: expected float targets, found integer labels");

    internal override double Sample<V, F8>(
        OutputShape shape, ReadOnlySpan<float> outputs, SampleTargets targets, Span<float> gradients, float scale)
    {
        double loss = 0;
        for (int pixel = 0; pixel < shape.Pixels; pixel++)
        {
            (double product, double square, double targetSquare) = (0, Epsilon, Epsilon);
            for (int c = 0; c < shape.Classes; c++)
            {
                (double x, double t) = (outputs[shape.At(c, pixel)], targets.Value(shape.At(c, pixel)));
                (product, square, targetSquare) = (product + x * t, square + x * x, targetSquare + t * t);
            }

            double norms = Math.Sqrt(square * targetSquare);
            double cosine = product / norms;
            loss += 1 - cosine;
            for (int c = 0; c < shape.Classes; c++)
            {
                int at = shape.At(c, pixel);
                gradients[at] = (float)(scale * (cosine * outputs[at] / square - targets.Value(at) / norms));
            }
        }

        return loss;
    }
}
