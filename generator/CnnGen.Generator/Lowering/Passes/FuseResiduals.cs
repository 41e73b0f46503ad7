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
            if (sum is not { Operator: Add, Inputs.Count: 2 })
            {
                continue;
            }

            int[] producers = [.. sum.Inputs.Select(input => nodes.FindIndex(node => node.Output == input))];
            int later = producers[0] > producers[1] ? 0 : 1;
            if (nodes.ProducerOfReadOnce(graph, sum.Inputs[later]) is var producer and >= 0
                && nodes[producer] is { Activation: null, Residual: null } convolution
                && OperatorLowerings.Of(convolution.Operator).CanFuseResidual(convolution))
            {
                nodes[producer] = convolution with { Residual = sum.Inputs[1 - later], Output = sum.Output };
                nodes.RemoveAt(i--);
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }
}
