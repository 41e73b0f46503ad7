using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Drops what does nothing at inference (dropout) and what only renames: a flattened tensor stays the H×W×C tensor that it was,
/// through functions of each element up to the layer over all features, whose weights are packed in that order. Only where most of
/// its lanes are padding, which that layer would multiply, is it brought into its order as a vector at once.
/// </summary>
internal static class RemoveIdentities
{
    public static LoweredGraph Run(LoweredGraph graph, bool training)
    {
        var alias = Enumerable.Range(0, graph.Values.Count).ToList();
        var values = graph.Values.ToList();
        var nodes = new List<LoweredNode>();
        foreach (LoweredNode node in graph.Nodes)
        {
            if (node.Operator is Flatten && IsMostlyPadding(values[alias[node.Input]]))
            {
                nodes.Add(node with { Operator = new Relayout(), Inputs = new([alias[node.Input]]) });
                continue;
            }

            if (node.Operator.IsIdentity(training))
            {
                alias[node.Output] = alias[node.Input];
                continue;
            }

            int[] inputs = [.. node.Inputs.Select(input => alias[input])];
            if (node.Operator.IgnoresOrder)
            {
                values[node.Output] = values[inputs[0]] with { IsVector = values[node.Output].IsVector };
            }
            else if (!node.Operator.PacksForOrder)
            {
                for (int i = 0; i < inputs.Length; i++)
                {
                    inputs[i] = AsVector(node, node.Inputs[i], inputs[i], values, alias, nodes);
                }
            }

            nodes.Add(node with { Inputs = EquatableArray<int>.From(inputs) });
        }

        return new LoweredGraph(
            EquatableArray<Shape>.From(values),
            EquatableArray<LoweredNode>.From(nodes),
            EquatableArray<int>.From(graph.Outputs.Select(output => alias[output])));
    }

    /// <summary>Operators that mix the elements of a flattened tensor need them in their order as a vector.</summary>
    private static int AsVector(LoweredNode node, int original, int input, List<Shape> values, List<int> alias, List<LoweredNode> nodes)
    {
        if (!values[original].IsVector || values[input].Height * values[input].Width == 1)
        {
            return input;
        }

        int vector = values.Count;
        values.Add(Shape.Vector(checked((int)values[input].Length)));
        alias.Add(vector);
        nodes.Add(new LoweredNode(node.Source, new Relayout(), new([input]), vector));
        return vector;
    }

    /// <summary>Twice as many lanes as channels or more, at several pixels.</summary>
    private static bool IsMostlyPadding(Shape shape) =>
        (shape.Height > 1 || shape.Width > 1) && Layout.RoundUp(shape.Channels) >= 2 * shape.Channels;
}
