using Google.Protobuf;
using Onnx;

namespace CnnGen.Onnx.Tests;

/// <summary>Small models, written node by node.</summary>
internal sealed class ModelBuilder
{
    private readonly GraphProto _graph = new() { Name = "model" };
    private readonly int _opset;

    public ModelBuilder(int opset = 17) => _opset = opset;

    public ModelProto Model => new()
    {
        IrVersion = 8,
        Graph = _graph,
        OpsetImport = { new OperatorSetIdProto { Domain = "", Version = _opset } }
    };

    public byte[] Bytes => Model.ToByteArray();

    public ModelBuilder Input(string name, params long[] shape)
    {
        _graph.Input.Add(Value(name, shape));
        return this;
    }

    public ModelBuilder Output(string name)
    {
        _graph.Output.Add(new ValueInfoProto { Name = name });
        return this;
    }

    public ModelBuilder Tensor(TensorProto tensor)
    {
        _graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>A weight of numbers that repeat: what matters is that they differ.</summary>
    public ModelBuilder Weight(string name, params long[] shape)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)TensorProto.Types.DataType.Float, Dims = { shape } };
        tensor.FloatData.AddRange(Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => (i * 7 % 11 - 5) / 10f));
        return Tensor(tensor);
    }

    public ModelBuilder Integers(string name, params long[] values) => Tensor(new TensorProto
    {
        Name = name,
        DataType = (int)TensorProto.Types.DataType.Int64,
        Dims = { values.Length },
        Int64Data = { values },
    });

    /// <param name="operator">The operator; its name is the node's, too.</param>
    /// <param name="inputs">Its inputs, separated by spaces.</param>
    /// <param name="output">Its output.</param>
    /// <param name="attributes">Integers, lists of integers, numbers and text.</param>
    public ModelBuilder Node(string @operator, string inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = @operator, Name = $"{@operator}_{output}" };
        node.Input.AddRange(inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        node.Output.Add(output);
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        _graph.Node.Add(node);
        return this;
    }

    public ImportResult Import(ImportOptions? options = null) =>
        OnnxImporter.Import(new MemoryStream(Bytes), options ?? new() { Name = "Net" });

    private static AttributeProto Attribute(string name, object value) => value switch
    {
        int number => new() { Name = name, I = number, Type = AttributeProto.Types.AttributeType.Int },
        float number => new() { Name = name, F = number, Type = AttributeProto.Types.AttributeType.Float },
        string text => new() { Name = name, S = ByteString.CopyFromUtf8(text), Type = AttributeProto.Types.AttributeType.String },
        int[] numbers => new()
        {
            Name = name,
            Ints = { numbers.Select(number => (long)number) },
            Type = AttributeProto.Types.AttributeType.Ints
        },
        _ => throw new ArgumentException($"no attribute of {value.GetType()}"),
    };

    private static ValueInfoProto Value(string name, long[] shape)
    {
        var type = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = new() };
        type.Shape.Dim.AddRange(shape.Select(size => size < 0
            ? new TensorShapeProto.Types.Dimension { DimParam = "n" }
            : new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new() { Name = name, Type = new() { TensorType = type } };
    }
}
