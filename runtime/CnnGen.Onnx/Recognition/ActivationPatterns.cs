using CnnGen.Onnx.Reading;
using Onnx;

namespace CnnGen.Onnx.Recognition;

/// <summary>Activations that exporters write as several operators.</summary>
internal static class ActivationPatterns
{
    /// <summary>A node that does what this one and those before it do; null where there is none.</summary>
    public static OnnxNode? Find(PatternGraph graph, OnnxNode node) => node.Operator switch
    {
        "Mul" => Swish(graph, node) ?? HardSwish(graph, node) ?? Gelu(graph, node) ?? Mish(graph, node),
        "Div" => HardSigmoid(graph, node) ?? HardSwish(graph, node),
        _ => null,
    };

    /// <summary>x · sigmoid(x)</summary>
    private static OnnxNode? Swish(PatternGraph graph, OnnxNode node) =>
        Gated(node, gate => graph.Maker(gate, "Sigmoid")) is { } x ? Like(node, "Swish", x) : null;

    /// <summary>x · tanh(softplus(x))</summary>
    private static OnnxNode? Mish(PatternGraph graph, OnnxNode node) =>
        Gated(node, gate => graph.Maker(gate, "Tanh") is { } tanh ? graph.Maker(tanh.Inputs[0], "Softplus") : null) is { } x
            ? Like(node, "Mish", x)
            : null;

    /// <summary>x · hardsigmoid(x), or x · clip(x + 3, 0, 6) / 6 in any order.</summary>
    private static OnnxNode? HardSwish(PatternGraph graph, OnnxNode node)
    {
        if (node.Operator == "Mul" && Gated(node, gate => IsUsual(graph.Maker(gate, "HardSigmoid")) ?? Sixth(graph, gate)) is { } gated)
        {
            return Like(node, "HardSwish", gated);
        }

        string? product = Sixth(node, graph);
        return product is not null && graph.Maker(product, "Mul") is { } inner && Gated(inner, gate => Clipped(graph, gate)) is { } x
            ? Like(node, "HardSwish", x)
            : null;
    }

    /// <summary>clip(x + 3, 0, 6) / 6</summary>
    private static OnnxNode? HardSigmoid(PatternGraph graph, OnnxNode node) =>
        Sixth(node, graph) is { } value && Clipped(graph, value) is { } clipped
            ? Like(node, "HardSigmoid", clipped.Inputs[0]) with { Attributes = Numbers(("alpha", 1 / 6f), ("beta", 0.5f)) }
            : null;

    /// <summary>x · (1 + erf(x / √2)) / 2, the half anywhere.</summary>
    private static OnnxNode? Gelu(PatternGraph graph, OnnxNode node)
    {
        if (graph.Beside(node, 0.5) is { } product && graph.Maker(product, "Mul") is { } inner
            && Gated(inner, gate => Erf(graph, gate)) is { } x)
        {
            return Like(node, "Gelu", x);
        }

        foreach (string half in node.Inputs)
        {
            if (PatternGraph.Other(node, half) is { } gate && Erf(graph, gate) is { } shifted
                && graph.Beside(graph.Maker(half, "Mul"), 0.5) == shifted.Inputs[0])
            {
                return Like(node, "Gelu", shifted.Inputs[0]);
            }
        }

        return null;
    }

    /// <summary>A pseudo node that reads x, if a value is 1 + erf(x / √2).</summary>
    private static OnnxNode? Erf(PatternGraph graph, string value)
    {
        string? erf = graph.Beside(graph.Maker(value, "Add"), 1);
        OnnxNode? scaled = erf is null || graph.Maker(erf, "Erf") is not { } function ? null
            : graph.Maker(function.Inputs[0], "Div", "Mul");
        string? x = scaled is null ? null
            : scaled.Operator == "Mul" ? graph.Beside(scaled, Math.Sqrt(0.5))
            : graph.Is(scaled.Inputs[1], Math.Sqrt(2)) ? scaled.Inputs[0] : null;
        return x is null ? null : Like(scaled!, "Erf", x);
    }

    /// <summary>A pseudo node that reads x, if a value is clip(x + 3, 0, 6).</summary>
    private static OnnxNode? Clipped(PatternGraph graph, string value)
    {
        if (graph.Maker(value, "Clip") is not { } clip || graph.Beside(graph.Maker(clip.Inputs[0], "Add"), 3) is not { } x)
        {
            return null;
        }

        double? low = clip.HasInput(1) ? graph.Scalar(clip.Inputs[1]) : clip.Number("min", double.NegativeInfinity);
        double? high = clip.HasInput(2) ? graph.Scalar(clip.Inputs[2]) : clip.Number("max", double.PositiveInfinity);
        return (low, high) is (0, 6) ? Like(clip, "Clip", x) : null;
    }

    private static OnnxNode? Sixth(PatternGraph graph, string value) =>
        graph.Maker(value, "Mul", "Div") is { } node && Sixth(node, graph) is { } inner ? Clipped(graph, inner) : null;

    private static string? Sixth(OnnxNode node, PatternGraph graph) =>
        node.Operator == "Mul" ? graph.Beside(node, 1.0 / 6)
        : node.Inputs.Count == 2 && graph.Is(node.Inputs[1], 6) ? node.Inputs[0]
        : null;

    private static OnnxNode? IsUsual(OnnxNode? node) =>
        node is not null && Math.Abs(node.Number("alpha", 0.2) - 1.0 / 6) < 1e-4 && node.Number("beta", 0.5) == 0.5 ? node : null;

    /// <summary>x, if a product is x times a gate that reads x.</summary>
    private static string? Gated(OnnxNode product, Func<string, OnnxNode?> gate) => product.Inputs.Count != 2 ? null : product.Inputs
        .FirstOrDefault(x => PatternGraph.Other(product, x) is { } other && other != x && gate(other)?.Inputs[0] == x);

    private static OnnxNode Like(OnnxNode node, string name, string input) => new(node.Name, name, [input], node.Outputs);

    private static Dictionary<string, AttributeProto> Numbers(params (string Name, float Value)[] values) => values.ToDictionary(
        value => value.Name,
        value => new AttributeProto { Name = value.Name, F = value.Value, Type = AttributeProto.Types.AttributeType.Float });
}
