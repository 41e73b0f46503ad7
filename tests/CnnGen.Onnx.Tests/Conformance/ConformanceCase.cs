using System.IO.Compression;
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

    /// <summary>Its folder's name.</summary>
    public string Name { get; }

    /// <summary>The model's file.</summary>
    public byte[] Model { get; }

    /// <summary>The inputs in the model's order; null where one is no tensor of numbers.</summary>
    public IReadOnlyList<Tensor?> Inputs { get; }

    /// <summary>The outputs in the model's order; null where one is no tensor of numbers.</summary>
    public IReadOnlyList<Tensor?> Outputs { get; }

    /// <summary>All cases of the archive, by name.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } = Read(Path.Combine(AppContext.BaseDirectory, "Conformance", "Data", "operators.zip"));

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

    private static List<ConformanceCase> Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries
            .GroupBy(entry => entry.FullName.Split('/')[1])
            .Select(folder => new ConformanceCase(
                folder.Key, Bytes(folder.First(entry => entry.Name == "model.onnx")), Tensors(folder, "input"), Tensors(folder, "output")))
            .OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static List<Tensor?> Tensors(IEnumerable<ZipArchiveEntry> folder, string kind) =>
        [.. folder.Where(entry => entry.FullName.Contains($"test_data_set_0/{kind}_", StringComparison.Ordinal))
            .OrderBy(entry => int.Parse(Path.GetFileNameWithoutExtension(entry.Name).Split('_')[1], System.Globalization.CultureInfo.InvariantCulture))
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
