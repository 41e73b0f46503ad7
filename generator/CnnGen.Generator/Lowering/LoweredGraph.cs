using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>Copies its input and surrounds it by mirrored, repeated or wrapped pixels.</summary>
internal sealed record BorderPad(PaddingMode Mode, Halo Border) : Operator
{
    internal override bool OwnsParameters => false;
}

/// <summary>A tensor that was flattened, as a vector in the order of channels, rows, columns.</summary>
internal sealed record Relayout : Operator
{
    internal override bool OwnsParameters => false;
}

/// <summary>A node of the graph between passes: an operator with the activation that was fused into it.</summary>
/// <param name="Source">The node of the network graph that it stems from.</param>
/// <param name="Activation">Applied to the output before it is stored.</param>
/// <param name="Norm">The batch normalisation or scale that was folded into a convolution, before the activation.</param>
/// <param name="Residual">A value that is added to the output before the activation.</param>
/// <param name="Place">The concatenation in whose memory the output is written.</param>
internal sealed record LoweredNode(
    Node Source, Operator Operator, EquatableArray<int> Inputs, int Output, Activation? Activation = null, Node? Norm = null,
    int? Residual = null, ConcatPlace? Place = null)
{
    /// <summary>The only or first input.</summary>
    public int Input => Inputs[0];

    public bool Reads(int value) => CountReads(value) > 0;

    public int CountReads(int value) => Inputs.Count(input => input == value) + (Residual == value ? 1 : 0);

    /// <summary>The parameters of its source are its own; false for what passes put before it.</summary>
    public bool OwnsParameters => Operator.OwnsParameters;
}

/// <summary>Channels of a concatenation's output, from <c>First</c> on.</summary>
internal sealed record ConcatPlace(int Value, int First);

internal static class NodeLabels
{
    /// <summary>What comments call a layer: its name and its attribute.</summary>
    public static string Label(this Node node) => $"{node.Name} {node.Kind}".Trim();
}

/// <summary>The graph as passes rewrite it: values are shapes, nodes stand in execution order.</summary>
internal sealed record LoweredGraph(EquatableArray<Shape> Values, EquatableArray<LoweredNode> Nodes, EquatableArray<int> Outputs)
{
    public const int Input = 0;

    public static LoweredGraph From(NetworkGraph graph) => new(
        EquatableArray<Shape>.From(graph.Values.Select(value => value.Shape)),
        EquatableArray<LoweredNode>.From(graph.Nodes.Select(node => new LoweredNode(node, node.Operator, node.Inputs, node.Output))),
        graph.Outputs);

    /// <summary>What comments call the layer that computes a value.</summary>
    public string Label(int value) => Nodes.FirstOrDefault(node => node.Output == value)?.Source.Label() ?? "input";

    public bool IsVector(int value) => Values[value].IsVector;

    public IEnumerable<LoweredNode> Consumers(int value) => Nodes.Where(node => node.Reads(value));

    public bool IsOutput(int value) => Outputs.Contains(value);

    public override string ToString() => string.Join("\n", Nodes.Select(ToString));

    private string ToString(LoweredNode node)
    {
        string inputs = string.Join(", ", node.Inputs.Select(input => $"%{input}"));
        string place = node.Place is { } target ? $" in %{target.Value}[{target.First}..]" : "";
        string residual = node.Residual is { } value ? $" + %{value}" : "";
        string activation = node.Activation is { } f ? $" then {f.Kind}" : "";
        return $"%{node.Output} = {node.Operator}({inputs}){residual}{activation}{place} : {Values[node.Output]}";
    }
}

internal static class NodeLists
{
    /// <summary>The index of the node that computes a value which is read once and is no output of the network; -1 if there is none.</summary>
    public static int ProducerOfReadOnce(this List<LoweredNode> nodes, LoweredGraph graph, int value) =>
        graph.IsOutput(value) || nodes.Sum(node => node.CountReads(value)) != 1 ? -1 : nodes.FindIndex(node => node.Output == value);
}
