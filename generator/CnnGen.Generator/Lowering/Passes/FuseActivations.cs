using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// An activation that alone reads a convolution's, linear layer's or pool's output is applied before that output is stored. For
/// training only those whose derivative follows from the output: the input is gone.
/// </summary>
internal static class FuseActivations
{
    public static LoweredGraph Run(LoweredGraph graph, bool training)
    {
        var nodes = graph.Nodes.ToList();
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Operator is Activation activation
                && (!training || activation.HasGradientFromOutput())
                && nodes.ProducerOfReadOnce(graph, nodes[i].Input) is var producer and >= 0
                && CanFuse(nodes[producer], training))
            {
                nodes[producer] = nodes[producer] with { Activation = activation, Output = nodes[i].Output };
                nodes.RemoveAt(i--);
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }

    private static bool CanFuse(LoweredNode node, bool training) =>
        node.Activation is null && OperatorLowerings.Of(node.Operator).CanFuseActivation(training);
}
