using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Graph;

/// <summary>The budgets of <c>Network</c> (CNN302).</summary>
internal static class BudgetCheck
{
    public const string Parameters = "MaxParameters";
    public const string MultiplyAdds = "MaxMultiplyAdds";
    public const string ArenaBytes = "MaxArenaBytes";

    /// <summary>Budgets that the graph alone decides.</summary>
    public static IEnumerable<Problem> Counts(NetworkSpec spec, NetworkGraph graph) =>
    [
        .. Check(Parameters, spec.MaxParameters, "parameter", graph, TrainableParameters),
        .. Check(MultiplyAdds, spec.MaxMultiplyAdds, "multiply-add", graph, node => node.MultiplyAdds),
    ];

    /// <summary>The budget of working memory, once memory is planned.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="arenaBytes">Working memory of Predict on one thread.</param>
    /// <param name="largest">What takes most of it, as a sentence's end.</param>
    public static IEnumerable<Problem> Arena(NetworkSpec spec, long arenaBytes, string largest)
    {
        if (spec.MaxArenaBytes > 0 && arenaBytes > spec.MaxArenaBytes)
        {
            yield return Exceeded(ArenaBytes, spec.MaxArenaBytes, arenaBytes, $"an arena of {Size.Count(arenaBytes, "byte")}", largest);
        }
    }

    private static IEnumerable<Problem> Check(
        string argument, long budget, string unit, NetworkGraph graph, Func<Node, long> count)
    {
        long total = graph.Nodes.Aggregate(0L, (sum, node) => Size.Add(sum, count(node)));
        if (budget <= 0 || total <= budget)
        {
            yield break;
        }

        Node largest = graph.Nodes.OrderByDescending(count).First();
        string share = $"the most, {Size.Text(count(largest))}, are in {largest.Kind} '{largest.Name}'";
        yield return Exceeded(argument, budget, total, Size.Count(total, unit), share);
    }

    private static long TrainableParameters(Node node) =>
        node.Parameters.Where(parameter => parameter.IsTrainable).Sum(parameter => (long)parameter.ActiveCount);

    private static Problem Exceeded(string argument, long budget, long actual, string text, string share) =>
        Problem.Error(DiagnosticIds.OverBudget, Place.Network(argument), text, argument, Size.Text(budget), share) with
        {
            Fixes = EquatableArray<Fix>.From(
                [Fix.Of("allow it", new Edit(EditKind.SetArgument, Place.Network(argument), Size.Plain(actual)))]),
        };
}
