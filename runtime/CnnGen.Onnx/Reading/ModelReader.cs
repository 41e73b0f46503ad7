using Google.Protobuf;
using Onnx;

namespace CnnGen.Onnx.Reading;

/// <summary>Reads model files. Whatever the bytes are, the outcome is a sound graph or an <see cref="InvalidDataException"/>.</summary>
internal static class ModelReader
{
    public const int OldestOpset = 1;
    public const int NewestOpset = 22;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no sound model.</exception>
    public static OnnxGraph Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetDirectoryName(Path.GetFullPath(path)));
    }

    /// <param name="stream">The model, from the stream's position to its end.</param>
    /// <param name="folder">Where data beside the model lies; null where there is none.</param>
    /// <exception cref="InvalidDataException">It is no sound model.</exception>
    public static OnnxGraph Read(Stream stream, string? folder = null)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(stream);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new InvalidDataException(
                $"expected an ONNX model, found something else or only a part of one: {exception.Message}", exception);
        }

        if (model.Graph is null || (model.Graph.Node.Count == 0 && model.Graph.Output.Count == 0))
        {
            throw new InvalidDataException("expected an ONNX model with a graph, found none");
        }

        return Graph(model, Opset(model), folder);
    }

    private static int Opset(ModelProto model)
    {
        long? opset = model.OpsetImport.Where(import => import.Domain is "" or "ai.onnx").Select(import => (long?)import.Version).Max();
        return opset is >= OldestOpset and <= NewestOpset
            ? (int)opset
            : throw new InvalidDataException(
                $"expected operator set {OldestOpset} to {NewestOpset}, found {opset?.ToString() ?? "none"}; "
                + "onnx.version_converter changes a model's operator set");
    }

    private static OnnxGraph Graph(ModelProto model, int opset, string? folder)
    {
        GraphProto graph = model.Graph;
        if (graph.SparseInitializer.Count > 0)
        {
            throw new InvalidDataException("expected dense initialisers, found sparse ones");
        }

        var constants = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (TensorProto tensor in graph.Initializer)
        {
            if (!constants.TryAdd(tensor.Name, TensorReader.Read(tensor, folder)))
            {
                throw new InvalidDataException($"expected one initialiser '{tensor.Name}', found a second one");
            }
        }

        // initialisers may be listed as inputs, too: then they are defaults, which nobody overrides here
        OnnxValue[] inputs = [.. graph.Input.Where(input => !constants.ContainsKey(input.Name)).Select(Value)];
        OnnxNode[] nodes = [.. graph.Node.Select(Node)];
        return new(graph.Name, opset, inputs, [.. graph.Output.Select(Value)], NodeOrder.Sort(nodes, inputs, constants), constants);
    }

    private static OnnxValue Value(ValueInfoProto value)
    {
        TypeProto.Types.Tensor? type = value.Type?.TensorType;
        return new(value.Name, type?.Shape is null ? null : [.. type.Shape.Dim.Select(Dimension)]);
    }

    private static long? Dimension(TensorShapeProto.Types.Dimension dimension) =>
        dimension.ValueCase == TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue && dimension.DimValue > 0
            ? dimension.DimValue
            : null;

    private static OnnxNode Node(NodeProto node, int index)
    {
        var attributes = new Dictionary<string, AttributeProto>(StringComparer.Ordinal);
        foreach (AttributeProto attribute in node.Attribute)
        {
            attributes[attribute.Name] = attribute;
        }

        string domain = node.Domain is "" or "ai.onnx" ? "" : node.Domain + ".";
        string name = node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault(output => output.Length > 0) ?? $"node {index}";
        return new(name, domain + node.OpType, [.. node.Input], [.. node.Output]) { Attributes = attributes };
    }
}
