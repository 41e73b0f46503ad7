using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Lowering;

/// <summary>The budget of working memory: only a network that sets one is lowered to check it.</summary>
internal static class ArenaBudget
{
    public static IEnumerable<Problem> Check(NetworkSpec spec, NetworkGraph? graph)
    {
        if (graph is null || spec.MaxArenaBytes <= 0)
        {
            return [];
        }

        InferencePlan plan = LowerInference.Run(graph, spec.Layout == TensorLayout.ChannelsLast);
        BufferSlot largest = plan.Slots.OrderByDescending(slot => slot.Size).First();
        string layer = plan.Calls[largest.FirstUse].Layer;
        long bytes = sizeof(float) * (long)plan.ArenaLength;
        return BudgetCheck.Arena(spec, bytes, $"the largest tensor, {largest.Layout}, is written by {layer}");
    }
}
