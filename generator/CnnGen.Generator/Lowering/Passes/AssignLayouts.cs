using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Chooses how every value and its gradient lie in memory: H×W×C in vectors of channels, with the halo that the convolutions
/// reading it need. An input of fewer than 8 channels that only convolutions read is not widened: they read single elements.
/// </summary>
internal static class AssignLayouts
{
    public static IReadOnlyList<Layout> Values(LoweredGraph graph)
    {
        Layout[] layouts = [.. graph.Values.Select(Layout.Dense)];
        foreach (LoweredNode node in graph.Nodes)
        {
            if (node.Operator is Conv2d conv)
            {
                Layout x = layouts[node.Input];
                layouts[node.Input] = x with { Halo = Halo.Union(x.Halo, ConvLowering.ForwardHalo(conv, x, layouts[node.Output])) };
            }
        }

        Layout input = layouts[LoweredGraph.Input];
        if (input.Channels < Layout.Lanes && graph.Output != LoweredGraph.Input && graph.Consumers(LoweredGraph.Input).All(node => node.Operator is Conv2d))
        {
            layouts[LoweredGraph.Input] = input with { ChannelStride = input.Channels };
        }

        return layouts;
    }

    public static IReadOnlyList<Layout> Gradients(LoweredGraph graph)
    {
        Layout[] layouts = [.. graph.Values.Select(Layout.Dense)];
        foreach (LoweredNode node in graph.Nodes)
        {
            if (node.Operator is Conv2d conv)
            {
                Layout dy = layouts[node.Output];
                layouts[node.Output] = dy with { Halo = Halo.Union(dy.Halo, ConvLowering.GradientHalo(conv, layouts[node.Input], dy)) };
            }
        }

        return layouts;
    }
}
