using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion;

/// <summary>
/// Fewer channels for the layer that costs most, so that the network keeps to a budget. Each number is tried: the whole network is built
/// with it, and must have no mistake, the same outputs, and cost no more than the budget.
/// </summary>
/// <param name="spec">A network without other mistakes.</param>
/// <param name="graph">Its graph.</param>
/// <param name="places">The attribute of each node.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class Shrinking(NetworkSpec spec, NetworkGraph graph, IReadOnlyList<Place> places, CancellationToken cancellation)
{
    /// <summary>So many layers are tried.</summary>
    private const int Layers = 3;

    private static readonly string[] Arguments = ["outChannels", "outFeatures"];

    /// <summary>Multiples of 8 fill vectors, groups may ask for multiples of 32; else any number will do.</summary>
    private static readonly int[] Steps = [8, 32, 1];

    /// <summary>The first of the costliest layers that can be made small enough; null where none can.</summary>
    public Fix? Find(Cost cost) => Enumerable.Range(0, graph.Nodes.Count)
        .OrderByDescending(node => cost.Of(graph.Nodes[node]))
        .Take(Layers)
        .SelectMany(node => Arguments.Select(argument => Shrink(cost, node, argument)))
        .FirstOrDefault(fix => fix is not null);

    private Fix? Shrink(Cost cost, int node, string argument)
    {
        Place place = places[node];
        int width = spec.LayersOf(place.Owner)[place.Index].Get(argument, 0);
        foreach (int step in Steps.Where(step => step < width))
        {
            if (Largest(step, width, value => Try(cost, place, argument, value)) is var (value, total))
            {
                string text = $"use {Size.Plain(value)} for {argument} of {graph.Nodes[node].Text}";
                var edit = new Edit(EditKind.SetArgument, place with { Argument = argument }, Size.Plain(value));
                string figure = $"of {graph.Nodes[node].Text}: {Size.Count(total, cost.Unit)} in all";
                return Fix.Of($"{text} for {Size.Count(total, cost.Unit)} in all", edit) with { Outcome = figure };
            }
        }

        return null;
    }

    /// <summary>
    /// The largest multiple of a step below a number that a trial accepts, and what that costs; null if not even the step itself will do.
    /// </summary>
    private static (int Value, long Total)? Largest(int step, int below, Func<int, long?> trial)
    {
        if (trial(step) is not { } total)
        {
            return null;
        }

        int low = 1, high = (below + step - 1) / step;
        while (high - low > 1)
        {
            int middle = low + (high - low) / 2;
            if (trial(middle * step) is { } found)
            {
                (low, total) = (middle, found);
            }
            else
            {
                high = middle;
            }
        }

        return (low * step, total);
    }

    /// <summary>What the network costs with another number; null where that is too much, or a mistake.</summary>
    private long? Try(Cost cost, Place place, string argument, int value) =>
        Trial.Set(spec, graph, place, argument, value, cancellation) is { } changed
            && cost.Total(changed) is var total && total <= spec.Budget(cost.Budget)
            ? total
            : null;
}
