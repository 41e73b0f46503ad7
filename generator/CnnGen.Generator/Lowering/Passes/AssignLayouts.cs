using CnnGen.Generator.Lowering.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// Chooses how every value and its gradient lie in memory: H×W×C in vectors of channels, with the halo that the kernels reading
/// it need. An input of fewer than 8 channels of which only single elements are read is not widened, nor is what moves or scales
/// its pixels before.
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

        foreach (LoweredNode node in graph.Nodes.Where(node => node.Place is not null))
        {
            layouts[node.Output] = layouts[node.Place!.Value] with { Channels = layouts[node.Output].Channels };
        }

        foreach (int value in Narrow(graph, layouts))
        {
            layouts[value] = layouts[value] with { ChannelStride = layouts[value].Channels };
        }

        return layouts;
    }

    /// <summary>The values that are not widened.</summary>
    private static IReadOnlyCollection<int> Narrow(LoweredGraph graph, Layout[] layouts)
    {
        var values = new HashSet<int> { LoweredGraph.Input };
        foreach (LoweredNode node in graph.Nodes)
        {
            if (OperatorLowerings.Of(node.Operator).TakesAnyStride && values.Contains(node.Input))
            {
                values.Add(node.Output);
            }
        }

        bool CanStayNarrow(int value) => !graph.IsOutput(value) && graph.Consumers(value).All(node =>
            node.Residual != value
            && (values.Contains(node.Output) || OperatorLowerings.Of(node.Operator).ReadsSingleElements(node, layouts[value])));
        return layouts[LoweredGraph.Input].Channels < Layout.Lanes && values.All(CanStayNarrow) ? values : [];
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
