using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>A last layer without a bias, right behind a batch normalisation (CNN506).</summary>
internal static class NormBeforeOutput
{
    public static IEnumerable<Hint> Find(HintedGraph graph)
    {
        foreach ((int node, Shape output) in graph.BeforeOutputs(Keeps))
        {
            bool isBare = graph[node].Operator is Conv2d { Bias: false } or ConvTranspose2d { Bias: false } or Linear { Bias: false };
            if (isBare && graph.Before(node) is { } before && graph[before].Operator is BatchNorm2d)
            {
                Fix? removed = graph.RemoveArgument(node, "Bias");
                yield return new(
                    node, "Bias", DiagnosticIds.NormBeforeOutput, [removed], output.ToString(), graph[node].Kind, graph[before].Kind,
                    "remove Bias = false, if the output needs an offset");
            }
        }
    }

    private static bool Keeps(Operator op) =>
        HintedGraph.PassesOn(op) || HintedGraph.IsActivation(op) || op is Pool2d or AdaptivePool2d;
}
