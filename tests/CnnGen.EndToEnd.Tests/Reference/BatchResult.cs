using CnnGen.EndToEnd.Tests.Networks;

namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>What the scalar reference says of a batch: the parameters' gradients are then in its weights.</summary>
internal sealed record BatchResult(double[] Outputs, double Loss, double[] InputGradients)
{
    /// <summary>Mean loss of the case's targets and its gradients.</summary>
    public static BatchResult OfLoss(NetworkCase network, int batch)
    {
        int[] labels = network.HasLabels ? network.Labels(batch) : [];
        float[] targets = network.HasLabels ? [] : network.Targets(batch);
        double smoothing = network.Loss == LossKind.LabelSmoothing ? ReferenceLoss.Smoothing : 0;
        return Run(network, batch, 1.0 / batch, (sample, y) => network.Loss switch
        {
            LossKind.MeanSquaredError => ReferenceLoss.MeanSquaredError(y, Sample(targets, sample, y.Length)),
            LossKind.BinaryCrossEntropy => ReferenceLoss.BinaryCrossEntropy(y, Sample(targets, sample, y.Length)),
            _ => ReferenceLoss.CrossEntropy(network.Reference.Output, y, Sample(labels, sample, network.LabelsPerSample), smoothing),
        });
    }

    /// <summary>Gradients of Σ y · dy for given output gradients (C×H×W).</summary>
    public static BatchResult OfOutputGradients(NetworkCase network, int batch, float[] outputGradients) =>
        Run(network, batch, 1, (sample, y) =>
            (0, [.. Sample(outputGradients, sample, y.Length).ToArray().Select(v => (double)v)]));

    private static ReadOnlySpan<E> Sample<E>(E[] values, int sample, int length) => values.AsSpan(sample * length, length);

    private static BatchResult Run(NetworkCase network, int batch, double weight, Func<int, double[], (double, double[])> loss)
    {
        ReferenceNetwork reference = network.Reference;
        reference.ClearGradients();
        float[] inputs = network.ReferenceInputs(batch);
        var outputs = new List<double>();
        var inputGradients = new List<double>();
        double total = 0;
        for (int sample = 0; sample < batch; sample++)
        {
            double[] x = [.. Sample(inputs, sample, network.InputLength).ToArray().Select(v => (double)v)];
            double[] y = reference.Forward(x);
            (double value, double[] gradient) = loss(sample, y);
            total += value * weight;
            outputs.AddRange(y);
            inputGradients.AddRange(reference.Backward([.. gradient.Select(g => g * weight)]));
        }
        return new(network.ToCaller(reference.Output, outputs.ToArray()), total,
            network.ToCaller(reference.Input, inputGradients.ToArray()));
    }
}
