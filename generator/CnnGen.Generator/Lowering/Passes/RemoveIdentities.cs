using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Drops what does nothing at inference (dropout) and what only renames: a flattened tensor stays the H×W×C tensor that it was,
/// through functions of each element up to the linear layer, whose weights are packed in that order.
/// </summary>
internal static class RemoveIdentities
{
    public static LoweredGraph Run(LoweredGraph graph, bool training)
    {
        var alias = Enumerable.Range(0, graph.Values.Count).ToArray();
        Shape[] values = [.. graph.Values];
        var nodes = new List<LoweredNode>();
        foreach (LoweredNode node in graph.Nodes)
        {
            if (IsIdentity(node.Operator, training))
            {
                alias[node.Output] = alias[node.Input];
            }
            else
            {
                if (KeepsShape(node.Operator))
                {
                    values[node.Output] = values[alias[node.Input]] with { IsVector = values[node.Output].IsVector };
                }

                nodes.Add(node with { Inputs = EquatableArray<int>.From(node.Inputs.Select(input => alias[input])) });
            }
        }

        return graph with { Values = EquatableArray<Shape>.From(values), Nodes = EquatableArray<LoweredNode>.From(nodes), Outputs = EquatableArray<int>.From(graph.Outputs.Select(output => alias[output])) };
    }

    /// <summary>Each output element depends on the input element at its place, or on all of them.</summary>
    private static bool KeepsShape(Operator op) => op is Activation or PReLU or Softmax or Dropout or DropPath;

    private static bool IsIdentity(Operator op, bool training) => op switch
    {
        Flatten => true,
        Dropout dropout => !training || dropout.Probability == 0,
        DropPath drop => !training || drop.Probability == 0,
        _ => false,
    };
}
