using CnnGen.Onnx.Evaluation;
using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx;

/// <summary>How far a tensor of a network is from the model's.</summary>
/// <param name="Name">The tensor's name in the model.</param>
/// <param name="Node">The node that makes it there.</param>
/// <param name="Operator">The node's operator.</param>
/// <param name="LargestError">The largest difference of an element.</param>
/// <param name="LargestValue">The largest absolute value that the model computes.</param>
public sealed record TensorError(string Name, string Node, string Operator, double LargestError, double LargestValue)
{
    /// <summary>The error as a part of the largest value, or as it is where that is below 1e-6.</summary>
    public double Relative => LargestError / Math.Max(LargestValue, 1e-6);
}

/// <summary>What a comparison found.</summary>
/// <param name="Outputs">The network's outputs in its order; for a network of every tensor, in the model's.</param>
public sealed record VerifyResult(IReadOnlyList<TensorError> Outputs)
{
    /// <summary>The first output that differs by more than a tolerance; null where all agree.</summary>
    public TensorError? FirstBeyond(double tolerance) => Outputs.FirstOrDefault(output => !(output.Relative <= tolerance));
}

/// <summary>Compares networks with the models that they were imported from, which are evaluated plainly in double precision.</summary>
public static class OnnxVerifier
{
    /// <summary>Compares on random input.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="imported">
    /// Its import; with <see cref="ImportOptions.EveryTensor"/> the first node that differs is found, not only the output.
    /// </param>
    /// <param name="predict">Makes of a sample, as the network takes it, all its outputs, one after the other.</param>
    /// <param name="seed">Chooses the input, uniform between −1 and 1.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no sound model, or has an operator that is not known.</exception>
    public static VerifyResult Verify(string model, ImportResult imported, Func<float[], float[]> predict, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(imported);
        ArgumentNullException.ThrowIfNull(predict);
        return Verify(ModelReader.Read(model), imported, predict, seed);
    }

    internal static VerifyResult Verify(OnnxGraph graph, ImportResult imported, Func<float[], float[]> predict, int seed)
    {
        if (imported.Input is not { } input)
        {
            throw new ArgumentException("expected an import with a network, found one with problems alone", nameof(imported));
        }

        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, input.SampleLength * input.Batch).Select(_ => (float)(2 * random.NextDouble() - 1))];
        IReadOnlyDictionary<string, Tensor> expected = Evaluator.Run(
            graph, new Dictionary<string, Tensor> { [input.Name] = new(input.Shape, values) });
        float[][] found = Predicted(imported, predict, values);
        return new([.. imported.Outputs.Select((output, i) => Error(graph, output, expected[output.Name], found[i]))]);
    }

    /// <summary>The outputs in the network's order, samples together.</summary>
    private static float[][] Predicted(ImportResult imported, Func<float[], float[]> predict, float[] values)
    {
        ImportedTensor input = imported.Input!;
        var samples = new float[values.Length];
        input.ToNetwork(values, samples);
        float[][] outputs = [.. imported.Outputs.Select(output => new float[output.SampleLength * input.Batch])];
        for (int n = 0; n < input.Batch; n++)
        {
            float[] all = predict(samples.AsSpan(n * input.SampleLength, input.SampleLength).ToArray());
            int offset = 0;
            for (int i = 0; i < outputs.Length; i++)
            {
                int length = imported.Outputs[i].SampleLength;
                all.AsSpan(offset, length).CopyTo(outputs[i].AsSpan(n * length));
                offset += length;
            }
        }

        return outputs;
    }

    private static TensorError Error(OnnxGraph graph, ImportedTensor output, Tensor expected, float[] found)
    {
        var values = new float[expected.Length];
        output.ToModel(found, values);
        double error = 0, largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double difference = Math.Abs(values[i] - expected.Values[i]);
            error = difference > error || double.IsNaN(difference) ? difference : error;
            largest = Math.Max(largest, Math.Abs(expected.Values[i]));
        }

        OnnxNode? maker = graph.Nodes.FirstOrDefault(node => node.Outputs.Contains(output.Name));
        return new(output.Name, maker?.Name ?? "", maker?.Operator ?? "", error, largest);
    }
}
