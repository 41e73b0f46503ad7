using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>Gives every parameter its place and kernel order.</summary>
internal static class PlanWeights
{
    public static WeightPlan Run(NetworkGraph graph, LoweredGraph lowered, IReadOnlyList<Layout> layouts)
    {
        var nodes = new Dictionary<int, LoweredNode>();
        foreach (LoweredNode node in lowered.Nodes.Where(node => node.OwnsParameters))
        {
            nodes.Add(node.Source.Output, node);
            if (node.Norm is { } norm)
            {
                nodes.Add(norm.Output, node with { Operator = norm.Operator });
            }
        }

        return WeightPlan.Of(
            from source in graph.Nodes
            from parameter in source.Parameters
            select (parameter, Panels(nodes[source.Output], parameter, layouts)));
    }

    private static PanelSpec? Panels(LoweredNode node, Parameter parameter, IReadOnlyList<Layout> layouts)
    {
        string name = parameter.Name.Substring(parameter.Name.LastIndexOf('.') + 1);
        return OperatorLowerings.Of(node.Operator).Panels(node, name, layouts[node.Input]);
    }
}
