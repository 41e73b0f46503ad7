using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion;

/// <summary>A network with a change, built to see what the change leads to.</summary>
internal static class Trial
{
    /// <summary>The graph with other layers in a class; null where they are a mistake, or something else would leave the network.</summary>
    /// <param name="spec">A network without mistakes.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="owner">The class as in <see cref="Place.Owner"/>.</param>
    /// <param name="change">Its layers with the change.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static NetworkGraph? Build(
        NetworkSpec spec, NetworkGraph graph, int owner, Func<IEnumerable<LayerSpec>, IEnumerable<LayerSpec>> change,
        CancellationToken cancellation) =>
        GraphBuilder.Try(spec.With(owner, EquatableArray<LayerSpec>.From(change(spec.LayersOf(owner)))), cancellation) is { } changed
            && Outputs(changed).SequenceEqual(Outputs(graph))
            ? changed
            : null;

    /// <summary>The same with another value of a layer's argument; null: without it.</summary>
    /// <param name="spec">A network without mistakes.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="layer">The layer's attribute.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="value">Its value.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static NetworkGraph? Set(
        NetworkSpec spec, NetworkGraph graph, Place layer, string argument, object? value, CancellationToken cancellation) =>
        Build(
            spec, graph, layer.Owner,
            layers => layers.Select((other, i) => i == layer.Index ? other.With(argument, value) : other),
            cancellation);

    private static IEnumerable<Shape> Outputs(NetworkGraph graph) => graph.Outputs.Select(output => graph.Values[output].Shape);
}
