using CnnGen.Onnx.Reading;
using Onnx;

namespace CnnGen.Onnx.Recognition;

/// <summary>(x − mean) / √(mean((x − mean)²) + ε) · weight + bias, as exporters before operator set 17 write it.</summary>
internal static class LayerNormPattern
{
    /// <summary>The normalisation that ends in this sum; null where there is none.</summary>
    public static OnnxNode? Find(PatternGraph graph, OnnxNode node)
    {
        if (node is not { Operator: "Add", Inputs.Count: 2 })
        {
            return null;
        }

        foreach (string bias in node.Inputs.Where(graph.Graph.Constants.ContainsKey))
        {
            if (PatternGraph.Other(node, bias) is { } product && graph.Maker(product, "Mul") is { } scaled)
            {
                foreach (string weight in scaled.Inputs.Where(graph.Graph.Constants.ContainsKey))
                {
                    if (PatternGraph.Other(scaled, weight) is { } quotient && Normalised(graph, quotient) is { } found)
                    {
                        return new(node.Name, "LayerNormalization", [found.Input, weight, bias], node.Outputs)
                        {
                            Attributes = Attributes(found.Axis, (float)found.Epsilon),
                        };
                    }
                }
            }
        }

        return null;
    }

    private static Dictionary<string, AttributeProto> Attributes(long axis, float epsilon) => new()
    {
        ["axis"] = new() { Name = "axis", I = axis, Type = AttributeProto.Types.AttributeType.Int },
        ["epsilon"] = new() { Name = "epsilon", F = epsilon, Type = AttributeProto.Types.AttributeType.Float },
    };

    private static (string Input, long Axis, double Epsilon)? Normalised(PatternGraph graph, string value)
    {
        if (graph.Maker(value, "Div") is not { } quotient || graph.Maker(quotient.Inputs[1], "Sqrt") is not { } root
            || graph.Maker(root.Inputs[0], "Add") is not { } shifted)
        {
            return null;
        }

        string? epsilon = shifted.Inputs.FirstOrDefault(input => graph.Scalar(input) is not null);
        string? variance = epsilon is null ? null : PatternGraph.Other(shifted, epsilon);
        return variance is not null && graph.Maker(variance, "ReduceMean") is { } mean && Squared(graph, mean.Inputs[0]) is { } deviation
            && Centred(graph, deviation) is { } x && IsSame(graph, quotient.Inputs[0], deviation) && LastAxis(graph, mean) is { } axis
            ? (x, axis, graph.Scalar(epsilon!)!.Value)
            : null;
    }

    private static string? Squared(PatternGraph graph, string value) =>
        graph.Maker(value, "Pow") is { } power && graph.Is(power.Inputs[1], 2) ? power.Inputs[0]
        : graph.Maker(value, "Mul") is { Inputs: [var a, var b] } && a == b ? a
        : null;

    /// <summary>x, if a value is x − mean(x).</summary>
    private static string? Centred(PatternGraph graph, string value) =>
        graph.Maker(value, "Sub") is { } difference && graph.Maker(difference.Inputs[1], "ReduceMean") is { } mean
        && mean.Inputs[0] == difference.Inputs[0] ? difference.Inputs[0] : null;

    /// <summary>Exporters may write the difference twice.</summary>
    private static bool IsSame(PatternGraph graph, string a, string b) => a == b || (Centred(graph, a) is { } x && x == Centred(graph, b));

    private static long? LastAxis(PatternGraph graph, OnnxNode mean)
    {
        long[]? axes = mean.HasInput(1) && graph.Graph.Constants.TryGetValue(mean.Inputs[1], out Tensor? tensor)
            ? tensor.Integers()
            : mean.Integers("axes");
        return axes is [var only] && mean.Integer("keepdims", 1) != 0 ? only : null;
    }
}
