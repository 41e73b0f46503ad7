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
            if (IsIdentity(node.Operator, training))
            {
                alias[node.Output] = alias[node.Input];
            }
            else
            {
                nodes.Add(node with { Inputs = EquatableArray<int>.From(node.Inputs.Select(input => alias[input])) });
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes), Outputs = EquatableArray<int>.From(graph.Outputs.Select(output => alias[output])) };
    }

    private static bool IsIdentity(Operator op, bool training) => op switch
    {
        Flatten => true,
        Dropout dropout => !training || dropout.Probability == 0,
        DropPath drop => !training || drop.Probability == 0,
        _ => false,
    };
}
