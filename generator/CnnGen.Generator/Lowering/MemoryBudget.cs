using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Lowering;

/// <summary>The limits of working memory: what an index can address, and the network's own budgets.</summary>
internal static class MemoryBudget
{
    /// <summary>Of a network that is not lowered otherwise. Only one that is large or sets a budget is lowered to check it.</summary>
    public static IEnumerable<Problem> Check(NetworkSpec spec, NetworkGraph? graph, CancellationToken cancellation) =>
        graph is null ? []
        : spec.Budget(BudgetNames.TrainingBytes) > 0 ? Check(spec, graph, NetworkPlans.Of(spec, graph, cancellation: cancellation))
        : !NetworkPlans.Fit(spec, graph, cancellation) ? TooLarge
        : spec.Budget(BudgetNames.ArenaBytes) > 0
            ? Inference(spec, LowerInference.Run(graph, spec.Layout == TensorLayout.ChannelsLast, cancellation: cancellation))
        : [];

    /// <param name="spec">The network.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="plans">Null where an offset does not fit an index.</param>
    public static IEnumerable<Problem> Check(NetworkSpec spec, NetworkGraph graph, NetworkPlans? plans) =>
        plans is null ? TooLarge : [.. Inference(spec, plans.Inference), .. Training(spec, graph, plans.Training)];

    private static IEnumerable<Problem> TooLarge =>
        [Problem.Error(DiagnosticIds.TooLarge, Place.Class, "the network's working memory", Size.Text(Size.Limit))];

    private static IEnumerable<Problem> Inference(NetworkSpec spec, InferencePlan plan)
    {
        long bytes = Memory.Arena(plan);
        return BudgetCheck.Memory(
            spec, BudgetNames.ArenaBytes, bytes, $"an arena of {Size.Count(bytes, "byte")}", Memory.Peak(plan.Slots, plan.Calls));
    }

    private static IEnumerable<Problem> Training(NetworkSpec spec, NetworkGraph graph, TrainingPlan? plan)
    {
        if (plan is null)
        {
            return [];
        }

        long bytes = Memory.TrainingSample(graph, plan);
        return BudgetCheck.Memory(
            spec, BudgetNames.TrainingBytes, bytes, $"{Size.Count(bytes, "byte")} for each sample in training",
            Memory.Peak(plan.Slots, [.. plan.Calls]));
    }
}
