using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>Copies its input and surrounds it by mirrored, repeated or wrapped pixels.</summary>
internal sealed record BorderPad(PaddingMode Mode, Halo Border) : Operator;

/// <summary>A node of the graph between passes: an operator with the activation that was fused into it.</summary>
/// <param name="Source">The node of the network graph that it stems from.</param>
internal sealed record LoweredNode(Node Source, Operator Operator, int Input, int Output, Activation? Activation = null);

internal static class NodeLabels
{
    /// <summary>What comments call a layer: its name and its attribute.</summary>
    public static string Label(this Node node) => $"{node.Name} {node.Kind}".Trim();
}

/// <summary>The graph as passes rewrite it: values are shapes, nodes stand in execution order.</summary>
internal sealed record LoweredGraph(EquatableArray<Shape> Values, EquatableArray<LoweredNode> Nodes, int Output)
{
    public const int Input = 0;

    public static LoweredGraph From(NetworkGraph graph) => new(
        EquatableArray<Shape>.From(graph.Values.Select(value => value.Shape)),
        EquatableArray<LoweredNode>.From(graph.Nodes.Select(node => new LoweredNode(node, node.Operator, node.Inputs[0], node.Output))),
        graph.Outputs[0]);

    public bool IsVector(int value) => Values[value].IsVector;

    public IEnumerable<LoweredNode> Consumers(int value) => Nodes.Where(node => node.Input == value);

    public override string ToString() =>
        string.Join("\n", Nodes.Select(n => $"%{n.Output} = {n.Operator}(%{n.Input}){(n.Activation is { } a ? $" then {a.Kind}" : "")} : {Values[n.Output]}"));
}
