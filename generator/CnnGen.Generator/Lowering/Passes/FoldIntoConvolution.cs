using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// At inference a batch normalisation or a scale per channel that alone reads a convolution's output becomes part of the convolution.
/// </summary>
internal static class FoldIntoConvolution
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var nodes = graph.Nodes.ToList();
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Operator.CanFold
                && nodes.ProducerOfReadOnce(graph, nodes[i].Input) is var producer and >= 0
                && nodes[producer] is { Operator.TakesFold: true, Norm: null })
            {
                nodes[producer] = nodes[producer] with { Norm = nodes[i].Source, Output = nodes[i].Output };
                nodes.RemoveAt(i--);
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }
}
