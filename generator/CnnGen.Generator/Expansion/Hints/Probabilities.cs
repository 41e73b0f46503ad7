using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>A trainable network whose output is a Softmax (CNN503).</summary>
internal static class Probabilities
{
    public static IEnumerable<Hint> Find(HintedGraph graph)
    {
        var untrained = Fix.Of("write Training = false", new Edit(EditKind.SetArgument, Place.Network("Training"), "false"));
        return graph.BeforeOutputs(HintedGraph.PassesOn)
            .Where(pair => graph.Training && graph[pair.Node].Operator is Softmax { Logarithmic: false })
            .Select(pair => new Hint(
                pair.Node, null, DiagnosticIds.ProbabilitiesAsOutput, [graph.Remove(pair.Node), untrained], pair.Output.ToString()));
    }
}
