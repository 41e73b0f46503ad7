using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>Dropout of what leaves the network (CNN504).</summary>
internal static class LastDropout
{
    public static IEnumerable<Hint> Find(HintedGraph graph)
    {
        foreach ((int node, Shape output) in graph.BeforeOutputs(op => HintedGraph.PassesOn(op) || HintedGraph.IsActivation(op)))
        {
            float probability = graph[node].Operator switch
            {
                Dropout dropout => dropout.Probability,
                DropPath path => path.Probability,
                _ => 0,
            };
            if (probability > 0 && graph.Before(node) is not null)
            {
                Fix? removed = graph.Remove(node);
                string share = $"{Math.Round(100.0 * probability, 1).ToString(CultureInfo.InvariantCulture)} %";
                string way = (removed is null ? "" : $"{removed.Text}, or ") + "put it before the last layer with weights";
                yield return new(node, null, DiagnosticIds.DropoutAtEnd, [removed], graph[node].Kind, share, output.ToString(), way);
            }
        }
    }
}
