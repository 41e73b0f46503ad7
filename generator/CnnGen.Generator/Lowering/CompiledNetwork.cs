using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Lowering;

/// <summary>A network through all stages before emission.</summary>
/// <param name="Graph">Null where a mistake leaves none.</param>
/// <param name="Plans">Null where there is a mistake.</param>
/// <param name="Problems">Every mistake, those of memory too.</param>
internal sealed record CompiledNetwork(NetworkGraph? Graph, NetworkPlans? Plans, EquatableArray<Problem> Problems)
{
    public IEnumerable<Problem> Errors => Problems.Where(problem => problem.Severity == Severity.Error);

    /// <param name="spec">What the attributes say.</param>
    /// <param name="zone">As that of <see cref="NetworkPlans.Of"/>; budgets do not count it.</param>
    public static CompiledNetwork Of(NetworkSpec spec, int zone = 0)
    {
        GraphResult result = GraphBuilder.Build(spec);
        if (result.Graph is not { } graph)
        {
            return new(null, null, result.Problems);
        }

        NetworkPlans? plans = NetworkPlans.Of(spec, graph, zone);
        Problem[] limits = [.. zone > 0 ? ArenaBudget.Check(spec, graph) : ArenaBudget.Check(spec, plans?.Inference)];
        return new(graph, limits.Length == 0 ? plans : null, EquatableArray<Problem>.From(result.Problems.Concat(limits)));
    }
}
