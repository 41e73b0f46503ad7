using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// At inference a sum of two tensors, the later of which is a convolution's output that nothing else reads, becomes part of that
/// convolution: the other tensor is added before the output is stored.
/// </summary>
internal static class FuseResiduals
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var nodes = graph.Nodes.ToList();
        for (int i = 0; i < nodes.Count; i++)
        {
            LoweredNode sum = nodes[i];
            if (sum is not { Operator: Add, Inputs.Count: 2 } || sum.Inputs[0] == sum.Inputs[1])
            {
                continue;
            }

            int[] producers = [.. sum.Inputs.Select(input => nodes.FindIndex(node => node.Output == input))];
            int later = producers[0] > producers[1] ? 0 : 1;
            if (producers[later] >= 0 && CanTake(graph, nodes, producers[later]))
            {
                LoweredNode convolution = nodes[producers[later]];
                nodes[producers[later]] = convolution with { Residual = sum.Inputs[1 - later], Output = sum.Output };
                nodes.RemoveAt(i--);
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }

    private static bool CanTake(LoweredGraph graph, List<LoweredNode> nodes, int producer)
    {
        LoweredNode node = nodes[producer];
        return node is { Activation: null, Residual: null }
            && !graph.IsOutput(node.Output)
            && nodes.Count(reader => reader.Reads(node.Output)) == 1
            && OperatorLowerings.Of(node.Operator).CanFuseResidual(node);
    }
}
