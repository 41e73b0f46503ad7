using CnnGen.Onnx.Evaluation;
using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Recognition;

/// <summary>Rewrites a graph into one with fewer, larger operators.</summary>
internal static class Simplification
{
    public static OnnxGraph Run(OnnxGraph graph) => WithoutUnused(Recognised(WithoutIdentities(WithConstants(graph))));

    /// <summary>Constant nodes become constants, so that patterns see their numbers.</summary>
    private static OnnxGraph WithConstants(OnnxGraph graph)
    {
        var constants = new Dictionary<string, Tensor>(graph.Constants, StringComparer.Ordinal);
        var nodes = new List<OnnxNode>();
        foreach (OnnxNode node in graph.Nodes)
        {
            if (node is { Operator: "Constant", Outputs.Count: 1 } && Value(node, graph.Opset) is { } value)
            {
                constants[node.Outputs[0]] = value;
            }
            else
            {
                nodes.Add(node);
            }
        }

        return graph with { Constants = constants, Nodes = nodes };
    }

    /// <summary>Null where it is no number, which is a problem only if something reads it.</summary>
    private static Tensor? Value(OnnxNode node, int opset)
    {
        try
        {
            return Evaluator.Run(new(node, opset, []))[0];
        }
        catch (UnsupportedException)
        {
            return null;
        }
    }

    private static OnnxGraph WithoutIdentities(OnnxGraph graph)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        HashSet<string> outputs = [.. graph.Outputs.Select(output => output.Name)];
        var nodes = new List<OnnxNode>();
        var constants = new Dictionary<string, Tensor>(graph.Constants, StringComparer.Ordinal);
        foreach (OnnxNode node in graph.Nodes)
        {
            string[] inputs = [.. node.Inputs.Select(input => renamed.GetValueOrDefault(input, input))];
            if (node is { Operator: "Identity", Inputs.Count: 1, Outputs.Count: 1 } && !outputs.Contains(node.Outputs[0]))
            {
                renamed[node.Outputs[0]] = inputs[0];
            }
            else
            {
                nodes.Add(node with { Inputs = inputs });
            }
        }

        return graph with { Nodes = nodes, Constants = constants };
    }

    private static OnnxGraph Recognised(OnnxGraph graph)
    {
        var patterns = new PatternGraph(graph);
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(
                node => LayerNormPattern.Find(patterns, node) ?? ActivationPatterns.Find(patterns, node) ?? node)],
        };
    }

    /// <summary>What no output needs is gone: parts of patterns, and what exporters left behind.</summary>
    private static OnnxGraph WithoutUnused(OnnxGraph graph)
    {
        HashSet<string> needed = [.. graph.Outputs.Select(output => output.Name)];
        var nodes = new Stack<OnnxNode>();
        foreach (OnnxNode node in graph.Nodes.Reverse())
        {
            if (node.Outputs.Any(needed.Contains))
            {
                needed.UnionWith(node.Inputs);
                nodes.Push(node);
            }
        }

        return graph with { Nodes = [.. nodes] };
    }
}
