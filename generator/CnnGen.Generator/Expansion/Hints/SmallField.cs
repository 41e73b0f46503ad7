using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>
/// A global pool at the end of what sees images, over pixels that see only part of the input (CNN507). A pool whose result weighs the
/// pixels again, as in squeeze and excitation, is none, and without weights before it nothing is recognised anyway.
/// </summary>
internal static class SmallField
{
    public static IEnumerable<Hint> Find(HintedGraph graph)
    {
        foreach (int node in graph.Nodes.Where(node => graph[node].Operator is Pool2d or AdaptivePool2d && graph[node].Inputs[0] > 0))
        {
            int seen = graph.Sources(node).Min(source => graph[source].ReceptiveField);
            bool isGlobal = graph.Output(node) is { Height: 1, Width: 1 } && graph.Input(node) is not { Height: 1, Width: 1 };
            bool hasWeights = graph.Nodes.Any(other => other < node && graph[other].Parameters.Count > 0);
            if (isGlobal && hasWeights && seen < graph.InputRows && EndsImages(graph, node))
            {
                yield return new(
                    node, null, DiagnosticIds.FieldTooSmall, [], graph[node].Kind, Size.Text(seen), Size.Text(graph.InputRows));
            }
        }
    }

    /// <summary>Nothing that reads the pool has more than one pixel again.</summary>
    private static bool EndsImages(HintedGraph graph, int pool)
    {
        var reached = new HashSet<int> { pool };
        foreach (int node in graph.Nodes.Where(node => node > pool && graph.Sources(node).Any(reached.Contains)))
        {
            reached.Add(node);
        }

        return reached.All(node => graph.Output(node) is { Height: 1, Width: 1 });
    }
}
