using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Graph;

/// <summary>A network's spec -> its graph, or its mistakes. After a mistake the layers below are still checked as far as they go.</summary>
internal static class GraphBuilder
{
    public static GraphResult Build(NetworkSpec spec)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(spec.Problems);
        problems.AddRange(NetworkRules.CheckOptions(spec));
        NetworkGraph? graph = spec.Problems.Any(problem => problem.Id == DiagnosticIds.LayersApart)
            ? null
            : LayerChain.Build(spec, problems);
        if (graph is not null)
        {
            problems.AddRange(NetworkRules.CheckUse(spec, graph));
            problems.AddRange(NetworkRules.CheckTotals(graph));
            problems.AddRange(BudgetCheck.Counts(spec, graph));
        }

        bool isValid = !problems.Any(problem => problem.Severity == Severity.Error);
        return new(isValid ? graph : null, new(problems.ToImmutable()));
    }
}
