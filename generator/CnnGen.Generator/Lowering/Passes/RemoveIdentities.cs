using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>Drops what does nothing at inference (dropout) and what only renames: a flatten is a matter of layout.</summary>
internal static class RemoveIdentities
{
    public static LoweredGraph Run(LoweredGraph graph, bool training)
    {
        var alias = Enumerable.Range(0, graph.Values.Count).ToArray();
        var nodes = new List<LoweredNode>();
        foreach (LoweredNode node in graph.Nodes)
        {
            if (node.Operator is Flatten || (node.Operator is Dropout dropout && (!training || dropout.Probability == 0)))
            {
                alias[node.Output] = alias[node.Input];
            }
            else
            {
                nodes.Add(node with { Input = alias[node.Input] });
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes), Output = alias[graph.Output] };
    }
}
