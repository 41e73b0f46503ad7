using Onnx;

namespace CnnGen.Onnx.Reading;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions, null where a model leaves one open; null as a whole where it says nothing.</param>
internal sealed record OnnxValue(string Name, IReadOnlyList<long?>? Shape);

/// <summary>A model as it was read: nodes in an order in which each reads what earlier ones made, and constants by name.</summary>
internal sealed record OnnxGraph(
    string Name, int Opset, IReadOnlyList<OnnxValue> Inputs, IReadOnlyList<OnnxValue> Outputs, IReadOnlyList<OnnxNode> Nodes,
    IReadOnlyDictionary<string, Tensor> Constants);

/// <summary>An operator's application.</summary>
internal sealed record OnnxNode(string Name, string Operator, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs)
{
    public IReadOnlyDictionary<string, AttributeProto> Attributes { get; init; } = new Dictionary<string, AttributeProto>();

    /// <summary>Number of inputs that are there: optional ones may be left out by an empty name.</summary>
    public bool HasInput(int index) => index < Inputs.Count && Inputs[index].Length > 0;

    public long Integer(string name, long fallback) => Find(name, AttributeProto.Types.AttributeType.Int)?.I ?? fallback;

    public double Number(string name, double fallback) => Find(name, AttributeProto.Types.AttributeType.Float)?.F ?? fallback;

    public string Text(string name, string fallback) =>
        Find(name, AttributeProto.Types.AttributeType.String)?.S.ToStringUtf8() ?? fallback;

    public long[]? Integers(string name) => Find(name, AttributeProto.Types.AttributeType.Ints) is { } found ? [.. found.Ints] : null;

    public float[]? Numbers(string name) => Find(name, AttributeProto.Types.AttributeType.Floats) is { } found ? [.. found.Floats] : null;

    public Tensor? Tensor(string name) =>
        Find(name, AttributeProto.Types.AttributeType.Tensor) is { } found ? TensorReader.Read(found.T, folder: null) : null;

    /// <summary>Old models do not say an attribute's type: then the value that is there decides.</summary>
    private AttributeProto? Find(string name, AttributeProto.Types.AttributeType type)
    {
        if (!Attributes.TryGetValue(name, out AttributeProto? found))
        {
            return null;
        }

        return found.Type == type || found.Type == AttributeProto.Types.AttributeType.Undefined
            ? found
            : throw new InvalidDataException($"attribute '{name}' of node '{Name}' ({Operator}): expected {type}, found {found.Type}");
    }
}
