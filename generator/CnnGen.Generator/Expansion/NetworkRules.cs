using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Expansion;

/// <summary>Rules about a network as a whole.</summary>
internal static class NetworkRules
{
    /// <summary>The arguments of <c>Network</c> are in range.</summary>
    public static IEnumerable<Problem> CheckOptions(NetworkSpec spec)
    {
        var options = new ArgumentReader(spec.Options, Place.Network(null));
        options.Evaluate(Surroundings.Of("Network"));
        options.Choice<Rounding>("Rounding");
        options.Choice<ConvAlgorithm>("Algorithm");
        foreach (string budget in BudgetNames.All)
        {
            options.AtLeast(0L, budget, fallback: 0);
        }

        return options.Problems;
    }

    /// <summary>All parameters together can be addressed (CNN301).</summary>
    public static IEnumerable<Problem> CheckTotals(NetworkGraph graph)
    {
        long total = 0;
        foreach (Parameter parameter in graph.Nodes.SelectMany(node => node.Parameters))
        {
            total = Size.Add(total, Size.Product([.. parameter.Shape.Select(extent => (long)extent)]));
        }

        if (total > Size.Limit)
        {
            yield return Problem.Error(DiagnosticIds.TooLarge, Place.Class, "the network's parameter vector", Size.Text(Size.Limit));
        }
    }
}
