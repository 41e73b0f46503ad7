using CnnGen.Onnx.Finishing;
using CnnGen.Onnx.Reading;
using CnnGen.Onnx.Recognition;
using CnnGen.Onnx.Structure;
using CnnGen.Onnx.Text;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx;

/// <summary>Turns ONNX models into annotated classes and weights.</summary>
public static class OnnxImporter
{
    /// <summary>Imports a file; data beside it is read from its own folder alone.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no sound ONNX model.</exception>
    public static ImportResult Import(string path, ImportOptions? options = null) =>
        Import(ModelReader.Read(path), options ?? new(), Path.GetFileNameWithoutExtension(path));

    /// <summary>Imports a model from a stream, from its position to its end; the stream stays open.</summary>
    /// <exception cref="InvalidDataException">It is no sound ONNX model.</exception>
    public static ImportResult Import(Stream stream, ImportOptions? options = null) =>
        Import(ModelReader.Read(stream), options ?? new(), fallbackName: "");

    internal static ImportResult Import(OnnxGraph graph, ImportOptions options, string fallbackName)
    {
        string name = ClassNames.Of(options.Name ?? fallbackName, graph.Name);
        graph = Simplification.Run(graph with { Constants = Fixed(graph, options.FixedInputs) });
        ModelInput input = ModelInput.Find(graph, options);
        if (input.Problem is { } problem)
        {
            return new(name, [problem]);
        }

        Attempt[] attempts = [.. Enum.GetValues<InputReading>()
            .Select(reading => (Reading: reading, View: InputReadings.View(reading, input.Shape)))
            .Where(reading => reading.View is not null)
            .Select(reading => new Attempt(reading.Reading, reading.View!, graph, input.Name))];
        if (attempts.Length == 0)
        {
            string reason = $"expected an input of 1 to 4 dimensions, found '{input.Name}' of shape {Dims.Text(input.Shape)}";
            return new(name, [new("", "", reason, graph.Opset)]);
        }

        Attempt best = attempts.MinBy(attempt => attempt.Translation.Outside.Count)!;
        return best.Translation.Problems.Count > 0 && !options.Partial
            ? new(name, best.Translation.Problems)
            : Finish(graph, best, input.Name, name, options);
    }

    /// <summary>The model's constants with those that the caller fixes.</summary>
    private static Dictionary<string, Tensor> Fixed(OnnxGraph graph, IReadOnlyDictionary<string, Tensor> inputs)
    {
        var constants = new Dictionary<string, Tensor>(graph.Constants, StringComparer.Ordinal);
        foreach ((string input, Tensor tensor) in inputs)
        {
            constants[input] = tensor;
        }

        return constants;
    }

    private static ImportResult Finish(OnnxGraph graph, Attempt attempt, string inputName, string name, ImportOptions options)
    {
        Translation.Translation translation = attempt.Translation;
        List<NetworkOutput> outputs = Cut.Outputs(graph, translation, options);
        if (outputs.Count == 0)
        {
            return new(name, [
                .. translation.Problems,
                new("", "", "expected an output that is computed from the input, found none", graph.Opset)]);
        }

        Value input = attempt.Input.Value;
        input.IsVector = input.Shape.IsSinglePixel && attempt.Input.Axes.Count <= 2;
        var layers = new LayerGraph(input, translation.Layers, outputs);
        Cut.Separate(layers);
        DeadLayers.Remove(layers);
        Padding.Merge(layers);
        Concatenations.Share(layers);
        try
        {
            Ranks.Decide(layers);
        }
        catch (UnsupportedException exception)
        {
            return new(name, [.. translation.Problems, new("", "", exception.Message, graph.Opset)]);
        }

        Naming.Assign(layers);
        Body body = Classes.Of(layers, name);
        bool isLast = attempt.Reading == InputReading.ChannelsLast;
        return new(name, translation.Problems)
        {
            Source = SourceText.Of(body, InputText(input, isLast), Rests.Options(layers), options.Namespace),
            Parameters = [.. Bodies.Layers(body).SelectMany(found => found.Layer.Parameters.Select(
                parameter => new ImportedParameter($"{found.Name}.{parameter.Name}", parameter.Shape, parameter.Values)))],
            Input = new(inputName, attempt.Input, isLast),
            Outputs = [.. outputs.Select(output => new ImportedTensor(output.Name, output.View, isLast))],
            Outside = [.. graph.Nodes.Where(translation.Outside.Contains).Select(node => node.Name)],
        };
    }

    private static string InputText(Value input, bool isChannelsLast)
    {
        ImageShape shape = input.Shape;
        string layout = isChannelsLast ? ", Layout = TensorLayout.ChannelsLast" : "";
        return input.IsVector ? $"{shape.Channels}" : $"{shape.Channels}, {shape.Height}, {shape.Width}{layout}";
    }

    private sealed class Attempt(InputReading reading, View input, OnnxGraph graph, string inputName)
    {
        public InputReading Reading => reading;

        public View Input => input;

        public Translation.Translation Translation { get; } = Onnx.Translation.Translation.Run(graph, inputName, input);
    }
}
