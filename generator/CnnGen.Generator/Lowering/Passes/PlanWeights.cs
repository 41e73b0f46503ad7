using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>Gives every parameter its place and kernel order.</summary>
internal static class PlanWeights
{
    public static WeightPlan Run(NetworkGraph graph, LoweredGraph lowered, IReadOnlyList<Layout> layouts)
    {
        Dictionary<int, LoweredNode> nodes = lowered.Nodes
            .Where(node => node.Source.Parameters.Count > 0 && node.Operator is not BorderPad)
            .ToDictionary(node => node.Source.Output);
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
