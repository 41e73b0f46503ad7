using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Lowering;

/// <summary>The limits of working memory: what an index can address, and the network's own budget.</summary>
internal static class ArenaBudget
{
    /// <summary>Of a network that is not lowered otherwise. Only one that is large or sets a budget is lowered to check it.</summary>
    public static IEnumerable<Problem> Check(NetworkSpec spec, NetworkGraph? graph, CancellationToken cancellation) =>
        graph is null ? []
        : !NetworkPlans.Fit(spec, graph, cancellation) ? TooLarge
        : spec.MaxArenaBytes > 0 ? Check(spec, LowerInference.Run(graph, spec.Layout == TensorLayout.ChannelsLast, cancellation: cancellation))
        : [];

    /// <param name="spec">The network.</param>
    /// <param name="plan">Null where an offset does not fit an index.</param>
    public static IEnumerable<Problem> Check(NetworkSpec spec, InferencePlan? plan)
    {
        if (plan is null)
        {
            return TooLarge;
        }

        BufferSlot? largest = plan.Slots.OrderByDescending(slot => slot.Size).FirstOrDefault();
        string what = largest is null ? "" : $"the largest tensor, {largest.Layout}, is written by {plan.Calls[largest.FirstUse].Layer}";
        return BudgetCheck.Arena(spec, sizeof(float) * (long)plan.ArenaLength, what);
    }

    private static IEnumerable<Problem> TooLarge =>
        [Problem.Error(DiagnosticIds.TooLarge, Place.Class, "the network's working memory", Size.Text(Size.Limit))];
}
