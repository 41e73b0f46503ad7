using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>Trainable subsampling becomes an average pool and a scale and shift per channel.</summary>
internal static class SplitSubsampling
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var values = graph.Values.ToList();
        var nodes = new List<LoweredNode>();
        foreach (LoweredNode node in graph.Nodes)
        {
            if (node.Operator is Subsample2d op)
            {
                int mean = values.Count;
                values.Add(values[node.Output]);
                var pool = new Pool2d(PoolKind.Average, op.Vertical, op.Horizontal, Ties.First, CountIncludePad: true);
                nodes.Add(new LoweredNode(node.Source, pool, node.Inputs, mean));
                nodes.Add(node with { Operator = new LayerScale(Init: 1), Inputs = new([mean]) });
            }
            else
            {
                nodes.Add(node);
            }
        }

        return graph with { Values = EquatableArray<Shape>.From(values), Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }
}
