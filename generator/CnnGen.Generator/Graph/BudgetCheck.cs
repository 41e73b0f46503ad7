using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Graph;

/// <summary>The budgets of <c>Network</c> (CNN302).</summary>
internal static class BudgetCheck
{
    /// <summary>So many layers are named.</summary>
    private const int Named = 3;

    /// <summary>Budgets that the graph alone decides.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="shrink">Finds a way to make the network smaller; null where there is none.</param>
    public static IEnumerable<Problem> Counts(NetworkSpec spec, NetworkGraph graph, Func<Cost, Fix?> shrink)
    {
        foreach (Cost cost in new[] { Cost.Parameters, Cost.MultiplyAdds })
        {
            long budget = spec.Budget(cost.Budget), total = cost.Total(graph);
            if (budget > 0 && total > budget)
            {
                yield return Exceeded(
                    cost.Budget, budget, total, Size.Count(total, cost.Unit), graph.Nodes.Select(node => (node.Text, cost.Of(node))),
                    shrink(cost));
            }
        }
    }

    /// <summary>A budget of memory, once memory is planned.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="argument">The budget.</param>
    /// <param name="bytes">What it limits.</param>
    /// <param name="text">What that is, in words.</param>
    /// <param name="shares">What each layer has of it.</param>
    public static IEnumerable<Problem> Memory(
        NetworkSpec spec, string argument, long bytes, string text, IEnumerable<(string Layer, long Share)> shares)
    {
        if (spec.Budget(argument) is > 0 and var budget && bytes > budget)
        {
            yield return Exceeded(argument, budget, bytes, text, shares, smaller: null);
        }
    }

    private static Problem Exceeded(
        string argument, long budget, long actual, string text, IEnumerable<(string Layer, long Share)> shares, Fix? smaller)
    {
        var allow = Fix.Of("allow it", new Edit(EditKind.SetArgument, Place.Network(argument), Size.Plain(actual)));
        string way = smaller is null ? "" : $"; {smaller.Text}";
        return Problem.Error(
            DiagnosticIds.OverBudget, Place.Network(argument), text, argument, Size.Text(budget), Largest(shares) + way) with
        {
            Fixes = EquatableArray<Fix>.From(smaller is null ? [allow] : [smaller, allow]),
        };
    }

    private static string Largest(IEnumerable<(string Layer, long Share)> shares)
    {
        string[] items =
        [
            .. shares.Where(share => share.Share > 0).OrderByDescending(share => share.Share).Take(Named)
                .Select(share => $"{share.Layer} ({Size.Text(share.Share)})"),
        ];
        string first = string.Join(", ", items.Take(items.Length - 1));
        return $"the most are in {(items.Length > 1 ? $"{first} and " : "")}{items[items.Length - 1]}";
    }
}
