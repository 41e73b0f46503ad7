using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>An activation of what is activated already (CNN502).</summary>
internal static class RepeatedActivation
{
    public static IEnumerable<Hint> Find(HintedGraph graph)
    {
        foreach (int node in graph.Nodes.Where(node => HintedGraph.IsActivation(graph[node].Operator)))
        {
            if (graph.Before(node) is { } before && IsSame(graph[before].Operator, graph[node].Operator))
            {
                bool isIdle = graph[node].Operator is Activation { Kind: ActivationKind.ReLU or ActivationKind.ReLU6 };
                yield return new(
                    node, null, DiagnosticIds.ActivationRepeated, [graph.Remove(node)], graph[node].Kind,
                    isIdle ? "changes nothing" : "applies the function a second time");
            }
        }
    }

    private static bool IsSame(Operator first, Operator second) => first is Activation a && second is Activation b
        ? a.Kind == b.Kind
        : first.GetType() == second.GetType();
}
