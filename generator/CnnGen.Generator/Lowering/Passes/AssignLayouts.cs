using CnnGen.Generator.Lowering.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Chooses how every value and its gradient lie in memory: H×W×C in vectors of channels, with the halo that the kernels reading
/// it need. An input of fewer than 8 channels of which only single elements are read is not widened.
/// </summary>
internal static class AssignLayouts
{
    public static IReadOnlyList<Layout> Values(LoweredGraph graph)
    {
        Layout[] layouts = [.. graph.Values.Select(Layout.Dense)];
        foreach (LoweredNode node in graph.Nodes)
        {
            OperatorLowering lowering = OperatorLowerings.Of(node.Operator);
            foreach (int input in node.Inputs)
            {
                Layout x = layouts[input];
                layouts[input] = x with { Halo = Halo.Union(x.Halo, lowering.ForwardHalo(node, x, layouts[node.Output])) };
            }
        }

        Layout first = layouts[LoweredGraph.Input];
        if (first.Channels < Layout.Lanes && !graph.IsOutput(LoweredGraph.Input)
            && graph.Consumers(LoweredGraph.Input).All(node =>
                node.Residual != LoweredGraph.Input && OperatorLowerings.Of(node.Operator).ReadsSingleElements(node, first)))
        {
            layouts[LoweredGraph.Input] = first with { ChannelStride = first.Channels };
        }

        return layouts;
    }

    public static IReadOnlyList<Layout> Gradients(LoweredGraph graph)
    {
        Layout[] layouts = [.. graph.Values.Select(Layout.Dense)];
        foreach (LoweredNode node in graph.Nodes)
        {
            Layout dy = layouts[node.Output];
            Halo halo = OperatorLowerings.Of(node.Operator).GradientHalo(node, layouts[node.Input], dy);
            layouts[node.Output] = dy with { Halo = Halo.Union(dy.Halo, halo) };
        }

        return layouts;
    }
}
