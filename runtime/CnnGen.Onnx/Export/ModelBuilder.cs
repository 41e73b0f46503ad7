using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace CnnGen.Onnx.Export;

/// <summary>An ONNX graph that grows: nodes in order, constants, names that are given once.</summary>
internal sealed class ModelBuilder
{
    public const int Opset = 17;

    /// <summary>The file format's version that came with that operator set.</summary>
    private const int FormatVersion = 8;

    /// <summary>The batch's size, which the model leaves open.</summary>
    private const string Batch = "batch";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public ModelBuilder(string name)
    {
        Model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "CnnGen",
            Graph = new GraphProto { Name = name },
        };
        Model.OpsetImport.Add(new OperatorSetIdProto { Version = Opset });
    }

    public ModelProto Model { get; }

    /// <summary>The name itself, or with a number if it is taken.</summary>
    public string Unique(string name)
    {
        string unique = name;
        for (int i = 1; !_names.Add(unique); i++)
        {
            unique = $"{name}_{i}";
        }

        return unique;
    }

    /// <summary>An input of the graph; its batch is open.</summary>
    public void Input(string name, IReadOnlyList<int> shape) => Model.Graph.Input.Add(Value(name, shape));

    /// <summary>An output of the graph; its batch is open.</summary>
    public void Output(string name, IReadOnlyList<int> shape) => Model.Graph.Output.Add(Value(name, shape));

    /// <summary>A node with one output.</summary>
    /// <param name="type">The operator.</param>
    /// <param name="inputs">Names of values; empty for one that is left out.</param>
    /// <param name="output">The output's name, which is unique.</param>
    /// <param name="attributes">Its attributes: <see cref="long"/>, <see cref="float"/>, <see cref="string"/>,
    /// or an array of integers.</param>
    /// <returns>The output's name.</returns>
    public string Node(string type, IEnumerable<string> inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = type, Name = output };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        Model.Graph.Node.Add(node);
        return output;
    }

    /// <summary>A constant, by a name that is unique.</summary>
    public string Constant(string name, IReadOnlyList<long> shape, float[] values)
    {
        float[] ordered = values;
        if (!BitConverter.IsLittleEndian)
        {
            ordered = [.. values.Select(value => BitConverter.Int32BitsToSingle(
                System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(BitConverter.SingleToInt32Bits(value))))];
        }

        // Not copied once more: the weights may be most of the memory there is.
        var bytes = new byte[Buffer.ByteLength(ordered)];
        MemoryMarshal.AsBytes(ordered.AsSpan()).CopyTo(bytes);
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)TensorProto.Types.DataType.Float,
            RawData = UnsafeByteOperations.UnsafeWrap(bytes),
        };
        tensor.Dims.AddRange(shape);
        Model.Graph.Initializer.Add(tensor);
        return name;
    }

    /// <summary>A vector of integers.</summary>
    public string Constant(string name, params long[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)TensorProto.Types.DataType.Int64 };
        tensor.Dims.Add(values.Length);
        tensor.Int64Data.AddRange(values);
        Model.Graph.Initializer.Add(tensor);
        return name;
    }

    private static ValueInfoProto Value(string name, IReadOnlyList<int> shape)
    {
        var dimensions = new TensorShapeProto();
        dimensions.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = Batch });
        dimensions.Dim.AddRange(shape.Select(dimension => new TensorShapeProto.Types.Dimension { DimValue = dimension }));
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto
            {
                TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = dimensions },
            },
        };
    }

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int or long:
                attribute.Type = AttributeProto.Types.AttributeType.Int;
                attribute.I = Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
                break;
            case float number:
                attribute.Type = AttributeProto.Types.AttributeType.Float;
                attribute.F = number;
                break;
            case string text:
                attribute.Type = AttributeProto.Types.AttributeType.String;
                attribute.S = ByteString.CopyFromUtf8(text);
                break;
            case long[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                attribute.Ints.AddRange(numbers);
                break;
            default:
                throw new ArgumentException(
                    $"expected an integer, a float, a text or integers, found {value.GetType().Name}", nameof(value));
        }

        return attribute;
    }
}
