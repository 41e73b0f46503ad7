using CnnGen.Formats;
using CnnGen.Onnx.Reading;
using CnnGen.Tool.Networks;

namespace CnnGen.Tool.Inspection;

/// <summary>Reports of all that can be inspected.</summary>
internal static class Reports
{
    public static Report OfTensors(string path, TensorFile file) => new(
        Path.GetFileName(path),
        [
            ("format", file.Format),
            .. Sizes(file.Tensors),
        ],
        Input: "")
    {
        Tensors = file.Tensors,
    };

    public static Report OfNetwork(NetworkClass network, IReadOnlyList<NamedTensor> tensors)
    {
        NetworkInfo info = network.Info;
        return new(
            network.FullName,
            [
                ("input", string.Join(", ", info.Inputs.Select(input => Quantity.Shape(input.Shape)))),
                ("output", string.Join(", ", info.Outputs.Select(output => Quantity.Shape(output.Shape)))),
                ("layers", Quantity.Count(info.Layers.Count)),
                ("parameters", Quantity.Count(info.Layers.Sum(layer => (long)layer.ParameterCount))),
                ("multiply-adds", Quantity.Count(info.Layers.Sum(layer => layer.MultiplyAdds))),
                ("working memory", Quantity.Bytes(network.ArenaBytes)),
            ],
            Quantity.Shape(info.Inputs[0].Shape))
        {
            Layers = [.. info.Layers.Select((layer, i) => new ReportLayer(
                layer.Name, layer.Kind, layer.Options, Quantity.Shape(layer.OutputShape), layer.ParameterCount, layer.MultiplyAdds,
                layer.ReceptiveField, layer.Kernel, info.InputsOf(i)))],
            Arena = info.Arena,
            Tensors = tensors,
        };
    }

    public static Report OfModel(string path)
    {
        OnnxGraph graph = ModelReader.Read(path);
        var makers = new Dictionary<string, int>(StringComparer.Ordinal);
        var layers = new List<ReportLayer>();
        foreach (OnnxNode node in graph.Nodes)
        {
            int[] inputs = [.. node.Inputs.Where(name => name.Length > 0 && !graph.Constants.ContainsKey(name))
                .Select(name => makers.GetValueOrDefault(name, -1)).Distinct()];
            Onnx.Tensor[] constants = [.. node.Inputs.Where(graph.Constants.ContainsKey).Select(name => graph.Constants[name])];
            long parameters = constants.Where(tensor => tensor.Kind == Onnx.TensorKind.Float).Sum(tensor => (long)tensor.Length);
            string shapes = string.Join(" ", constants.Select(tensor => Quantity.Shape(tensor.Shape)));
            foreach (string output in node.Outputs)
            {
                makers[output] = layers.Count;
            }

            layers.Add(new(
                node.Name, node.Operator, shapes, Shape: "", parameters, MultiplyAdds: null, ReceptiveField: null, Kernel: "", inputs));
        }

        NamedTensor[] tensors = [.. graph.Constants.Where(constant => constant.Value is { Kind: Onnx.TensorKind.Float, Length: > 1 })
            .Select(constant => NamedTensor.FromFloats(
                constant.Key, [.. constant.Value.Shape.Select(size => (long)size)], constant.Value.ToSingles()))];
        return new(
            Path.GetFileName(path),
            [
                ("operator set", Quantity.Count(graph.Opset)),
                ("input", string.Join(", ", graph.Inputs.Select(Text))),
                ("output", string.Join(", ", graph.Outputs.Select(Text))),
                ("nodes", Quantity.Count(graph.Nodes.Count)),
                .. Sizes(tensors),
            ],
            string.Join(", ", graph.Inputs.Select(Text)))
        {
            Layers = layers,
            Tensors = tensors,
        };
    }

    private static string Text(OnnxValue value) =>
        $"{value.Name} {(value.Shape is null ? "" : string.Join('×', value.Shape.Select(size => size?.ToString() ?? "?")))}".TrimEnd();

    private static IEnumerable<(string, string)> Sizes(IReadOnlyList<NamedTensor> tensors) =>
    [
        ("tensors", Quantity.Count(tensors.Count)),
        ("elements", Quantity.Count(tensors.Sum(tensor => tensor.Count))),
        ("size", Quantity.Bytes(tensors.Sum(tensor => tensor.ByteCount))),
    ];
}
