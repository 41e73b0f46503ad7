namespace CnnGen.Onnx.Evaluation;

/// <summary>Normalisations.</summary>
internal static class NormOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new()
    {
        ["BatchNormalization"] = BatchNorm,
        ["InstanceNormalization"] = call => [Grouped(call[0], call[0].Shape[1], call[1], call[2], call.Node.Number("epsilon", 1e-5))],
        ["GroupNormalization"] = GroupNorm,
        ["LayerNormalization"] = LayerNorm,
        ["LRN"] = LocalResponse,
    };

    private static Tensor[] BatchNorm(NodeCall call)
    {
        if (call.Node.Integer("training_mode", 0) != 0)
        {
            throw new UnsupportedException("training mode depends on the batch");
        }

        double epsilon = call.Node.Number("epsilon", 1e-5);
        double[] scale = call[1].Values, bias = call[2].Values, mean = call[3].Values, variance = call[4].Values;
        return [PerChannel(call[0], (x, _, c) => (x - mean[c]) / Math.Sqrt(variance[c] + epsilon) * scale[c] + bias[c])];
    }

    private static Tensor[] GroupNorm(NodeCall call)
    {
        int groups = checked((int)call.Node.Integer("num_groups", 1)), channels = call[0].Shape[1];
        Tensor scale = PerChannelOf(call[1]), bias = PerChannelOf(call[2]);
        return [Grouped(call[0], groups, scale, bias, call.Node.Number("epsilon", 1e-5))];

        // before operator set 21 there is one number for each group
        Tensor PerChannelOf(Tensor given) => given.Length == channels
            ? given
            : new([channels], TensorKind.Float, [.. Enumerable.Range(0, channels).Select(c => given.Values[c * groups / channels])]);
    }

    private static Tensor Grouped(Tensor input, int groups, Tensor scale, Tensor bias, double epsilon)
    {
        int length = input.Length / (input.Shape[0] * groups);
        (double Mean, double Deviation)[] statistics =
            [.. Enumerable.Range(0, input.Shape[0] * groups).Select(i => Statistics(input.Values.AsSpan(i * length, length), epsilon))];
        int perGroup = input.Shape[1] / groups;
        return PerChannel(input, (x, n, c) =>
        {
            (double mean, double deviation) = statistics[n * groups + c / perGroup];
            return (x - mean) / deviation * scale.Values[c] + bias.Values[c];
        });
    }

    private static Tensor[] LayerNorm(NodeCall call)
    {
        Tensor input = call[0];
        int axis = Dims.Axis(call.Node.Integer("axis", -1), input.Shape.Count);
        int length = (int)Dims.Count([.. input.Shape.Skip(axis)]);
        double[] scale = Broadcast.Stretch(call[1], [.. input.Shape.Skip(axis)]);
        double[]? bias = call.Optional(2) is { } given ? Broadcast.Stretch(given, [.. input.Shape.Skip(axis)]) : null;
        var result = new double[input.Length];
        for (int i = 0; i < input.Length; i += length)
        {
            (double mean, double deviation) = Statistics(input.Values.AsSpan(i, length), call.Node.Number("epsilon", 1e-5));
            for (int j = 0; j < length; j++)
            {
                result[i + j] = (input.Values[i + j] - mean) / deviation * scale[j] + (bias?[j] ?? 0);
            }
        }

        return [new(input.Shape, TensorKind.Float, result)];
    }

    private static Tensor[] LocalResponse(NodeCall call)
    {
        Tensor input = call[0];
        int channels = input.Shape[1], plane = input.Length / (input.Shape[0] * channels);
        int size = checked((int)call.Node.Integer("size", 1));
        double alpha = call.Node.Number("alpha", 1e-4), beta = call.Node.Number("beta", 0.75), constant = call.Node.Number("bias", 1);
        var result = new double[input.Length];
        for (int i = 0; i < result.Length; i++)
        {
            int c = i / plane % channels;
            double sum = 0;
            for (int other = Math.Max(0, c - (size - 1) / 2); other <= Math.Min(channels - 1, c + size / 2); other++)
            {
                double x = input.Values[i + (other - c) * plane];
                sum += x * x;
            }

            result[i] = input.Values[i] / Math.Pow(constant + alpha / size * sum, beta);
        }

        return [new(input.Shape, TensorKind.Float, result)];
    }

    /// <param name="input">Batch, channels and anything.</param>
    /// <param name="function">Of an element, its sample and its channel.</param>
    private static Tensor PerChannel(Tensor input, Func<double, int, int, double> function)
    {
        int channels = input.Shape.Count > 1 ? input.Shape[1] : 1, plane = input.Length / Math.Max(1, input.Shape[0] * channels);
        return new(
            input.Shape, TensorKind.Float, [.. input.Values.Select((x, i) => function(x, i / plane / channels, i / plane % channels))]);
    }

    private static (double Mean, double Deviation) Statistics(ReadOnlySpan<double> values, double epsilon)
    {
        double sum = 0, squares = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length + epsilon));
    }
}
