using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Graph;

/// <summary>What each layer of a graph costs, and the budget that limits the sum.</summary>
/// <param name="Budget">The argument of <c>Network</c>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Of">The cost of a node.</param>
internal sealed record Cost(string Budget, string Unit, Func<Node, long> Of)
{
    public static Cost Parameters { get; } = new(BudgetNames.Parameters, "parameter", TrainableParameters);

    public static Cost MultiplyAdds { get; } = new(BudgetNames.MultiplyAdds, "multiply-add", node => node.MultiplyAdds);

    public long Total(NetworkGraph graph) => graph.Nodes.Aggregate(0L, (sum, node) => Size.Add(sum, Of(node)));

    private static long TrainableParameters(Node node) =>
        node.Parameters.Where(parameter => parameter.IsTrainable).Sum(parameter => (long)parameter.ActiveCount);
}
