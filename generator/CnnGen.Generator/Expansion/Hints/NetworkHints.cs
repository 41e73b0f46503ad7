using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>
/// What is allowed in a network but rarely meant. A layer of a block is named only where the hint holds wherever it stands.
/// </summary>
internal static class NetworkHints
{
    private static readonly Func<HintedGraph, IEnumerable<Hint>>[] Rules =
    [
        IdleLanes.Find, RepeatedActivation.Find, Probabilities.Find, LastDropout.Find, PoolOfOnePixel.Find, NormBeforeOutput.Find,
        SmallField.Find,
    ];

    /// <param name="spec">A network without mistakes.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="draft">Where the hints go.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static void Report(NetworkSpec spec, NetworkGraph graph, GraphDraft draft, CancellationToken cancellation)
    {
        var hinted = new HintedGraph(spec, graph, draft, cancellation);
        ILookup<Place, int> nodes = hinted.Nodes.ToLookup(hinted.Place);
        foreach (Func<HintedGraph, IEnumerable<Hint>> rule in Rules)
        {
            foreach (IGrouping<Place, Hint> same in rule(hinted).GroupBy(hint => hinted.Place(hint.Node)))
            {
                if (nodes[same.Key].All(node => same.Any(hint => hint.Node == node)))
                {
                    Report(hinted, same.First(), draft);
                }
            }
        }
    }

    private static void Report(HintedGraph graph, Hint hint, GraphDraft draft)
    {
        Origin origin = draft.NodeOrigin(hint.Node);
        Place place = hint.Argument is { } argument && graph.Layer(hint.Node).Has(argument)
            ? origin.Place with { Argument = argument }
            : origin.Place;
        Problem problem = Problem.Info(hint.Id, place, hint.Values);
        draft.Report([problem with { Fixes = EquatableArray<Fix>.From(hint.Fixes.OfType<Fix>()) }], origin.Path);
    }
}
