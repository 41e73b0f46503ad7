using System.IO.Compression;
using CnnGen.Onnx.Evaluation;
using CnnGen.Onnx.Reading;
using Onnx;

namespace CnnGen.Onnx.Tests;

/// <summary>A test of ONNX's own: a model, inputs and expected outputs.</summary>
public sealed class ConformanceCase
{
    private ConformanceCase(string name, byte[] model, IReadOnlyList<Tensor?> inputs, IReadOnlyList<Tensor?> outputs)
    {
        Name = name;
        Model = model;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>Its folder: <c>node/test_relu</c>.</summary>
    public string Name { get; }

    /// <summary>The model's file.</summary>
    public byte[] Model { get; }

    /// <summary>The inputs in the model's order; null where one is no tensor of numbers.</summary>
    public IReadOnlyList<Tensor?> Inputs { get; }

    /// <summary>The outputs in the model's order; null where one is no tensor of numbers.</summary>
    public IReadOnlyList<Tensor?> Outputs { get; }

    /// <summary>All cases of the archive, by name.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
        Read(Path.Combine(AppContext.BaseDirectory, "Conformance", "Data", "operators.zip"));

    /// <summary>The names of the inputs that the model does not hold as initialisers.</summary>
    public IReadOnlyList<string> InputNames
    {
        get
        {
            GraphProto graph = ModelProto.Parser.ParseFrom(Model).Graph;
            HashSet<string> held = [.. graph.Initializer.Select(tensor => tensor.Name)];
            return [.. graph.Input.Select(input => input.Name).Where(name => !held.Contains(name))];
        }
    }

    /// <summary>
    /// The same with all inputs, which have one shape, behind one another in a single one that the model splits; null where inputs differ.
    /// </summary>
    public ConformanceCase? Stacked()
    {
        ModelProto model = ModelProto.Parser.ParseFrom(Model);
        string[] kinds = ["Add", "Sub", "Mul", "Sum", "Concat"];
        if (Inputs.Count < 2 || Inputs.Any(input => input is null || !input.Shape.SequenceEqual(Inputs[0]!.Shape))
            || !model.Graph.Node.All(node => kinds.Contains(node.OpType)))
        {
            return null;
        }

        var split = new NodeProto { OpType = "Split", Name = "split" };
        split.Input.Add("stacked");
        split.Output.AddRange(model.Graph.Input.Select(input => input.Name));
        int rank = Inputs[0]!.Shape.Count;
        long given = model.Graph.Node[0].Attribute.FirstOrDefault(attribute => attribute.Name == "axis")?.I ?? 0;
        int axis = (int)(given < 0 ? given + rank : given);
        split.Attribute.Add(new AttributeProto { Name = "axis", I = axis, Type = AttributeProto.Types.AttributeType.Int });
        model.Graph.Node.Insert(0, split);
        ValueInfoProto stacked = model.Graph.Input[0].Clone();
        stacked.Name = "stacked";
        stacked.Type.TensorType.Shape.Dim[axis].DimValue *= Inputs.Count;
        model.Graph.Input.Clear();
        model.Graph.Input.Add(stacked);
        int[] shape = [.. Inputs[0]!.Shape];
        shape[axis] *= Inputs.Count;
        return new(Name, Google.Protobuf.MessageExtensions.ToByteArray(model),
            [ShapeOps.Concat([.. Inputs.Select(input => input!)], axis)], Outputs);
    }

    /// <summary>The same with the first output alone: others of normalisations are statistics.</summary>
    private static byte[] FirstOutput(byte[] file)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(file);
        while (model.Graph.Node is [{ OpType: "LayerNormalization" }] && model.Graph.Output.Count > 1)
        {
            model.Graph.Output.RemoveAt(1);
        }

        return Google.Protobuf.MessageExtensions.ToByteArray(model);
    }

    private static List<ConformanceCase> Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries
            .GroupBy(entry => string.Join('/', entry.FullName.Split('/').Take(2)))
            .Select(folder => new ConformanceCase(
                folder.Key, FirstOutput(Bytes(folder.First(entry => entry.Name == "model.onnx"))), Tensors(folder, "input"),
                Tensors(folder, "output")))
            .OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static List<Tensor?> Tensors(IEnumerable<ZipArchiveEntry> folder, string kind) =>
        [.. folder.Where(entry => entry.FullName.Contains($"test_data_set_0/{kind}_", StringComparison.Ordinal))
            .OrderBy(entry => int.Parse(
                Path.GetFileNameWithoutExtension(entry.Name).Split('_')[1], System.Globalization.CultureInfo.InvariantCulture))
            .Select(entry => Tensor(Bytes(entry)))];

    private static Tensor? Tensor(byte[] bytes)
    {
        try
        {
            return TensorReader.Read(TensorProto.Parser.ParseFrom(bytes), folder: null);
        }
        catch (Exception exception) when (exception is InvalidDataException or Google.Protobuf.InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
