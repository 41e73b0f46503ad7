using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Lowering;

/// <summary>The limits of working memory: what an index can address, and the network's own budget.</summary>
internal static class ArenaBudget
{
    public static IEnumerable<Problem> Check(NetworkSpec spec, NetworkGraph? graph)
    {
        if (graph is null)
        {
            return [];
        }

        if (!NetworkPlans.Fit(spec, graph))
        {
            return [Problem.Error(DiagnosticIds.TooLarge, Place.Class, "the network's working memory", Size.Text(Size.Limit))];
        }

        return spec.MaxArenaBytes > 0 ? CheckBudget(spec, graph) : [];
    }

    /// <summary>Only a network that sets a budget is lowered to check it.</summary>
    private static IEnumerable<Problem> CheckBudget(NetworkSpec spec, NetworkGraph graph)
    {
        InferencePlan plan = LowerInference.Run(graph, spec.Layout == TensorLayout.ChannelsLast);
        BufferSlot largest = plan.Slots.OrderByDescending(slot => slot.Size).First();
        string layer = plan.Calls[largest.FirstUse].Layer;
        long bytes = sizeof(float) * (long)plan.ArenaLength;
        return BudgetCheck.Arena(spec, bytes, $"the largest tensor, {largest.Layout}, is written by {layer}");
    }
}
