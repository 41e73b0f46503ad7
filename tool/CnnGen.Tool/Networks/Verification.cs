using CnnGen.Onnx;
using CnnGen.Onnx.Evaluation;
using CnnGen.Onnx.Reading;

namespace CnnGen.Tool.Networks;

/// <summary>How far a network's output is from the model's.</summary>
/// <param name="Name">The output's name in the model.</param>
/// <param name="Shape">Its shape there.</param>
/// <param name="Error">The largest difference, relative to the model's largest element.</param>
internal sealed record OutputError(string Name, IReadOnlyList<int> Shape, double Error);

/// <summary>The same random inputs through a network and through its model.</summary>
internal static class Verification
{
    private const int Seed = 1;

    /// <exception cref="InvalidDataException">A node of the model cannot be evaluated, or the network has another shape.</exception>
    public static IReadOnlyList<OutputError> Run(string model, ImportResult import, NetworkClass network)
    {
        ImportedTensor input = import.Input!;
        var random = new Random(Seed);
        float[] values = [.. Enumerable.Range(0, input.SampleLength * input.Batch).Select(_ => random.NextSingle() * 2 - 1)];
        IReadOnlyDictionary<string, Tensor> expected = Evaluator.Run(
            ModelReader.Read(model), new Dictionary<string, Tensor> { [input.Name] = new(input.Shape, values) });
        float[] samples = new float[values.Length];
        input.ToNetwork(values, samples);
        float[][] found = network.Predict(import, samples, input.Batch);
        return [.. import.Outputs.Zip(found, (output, actual) =>
        {
            float[] ordered = new float[actual.Length];
            output.ToModel(actual, ordered);
            return new OutputError(output.Name, output.Shape, Error(expected[output.Name].Values, ordered));
        })];
    }

    private static double Error(double[] expected, float[] found)
    {
        double largest = expected.Select(Math.Abs).DefaultIfEmpty().Max();
        double difference = expected.Zip(found, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max();
        return largest > 0 ? difference / largest : difference;
    }
}
