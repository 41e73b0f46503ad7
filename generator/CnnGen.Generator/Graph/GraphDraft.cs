using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Graph;

/// <summary>A graph that grows, and the mistakes found on the way; each is kept once, however often its block is applied.</summary>
/// <param name="problems">Gets the mistakes.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class GraphDraft(ImmutableArray<Problem>.Builder problems, CancellationToken cancellation)
{
    private readonly HashSet<(string, Place)> _reported = [];
    private readonly List<Value> _values = [];
    private readonly List<Signal?> _signals = [];
    private readonly List<Origin?> _valueOrigins = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Origin> _nodeOrigins = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Layers so far, those of blocks counted at each application.</summary>
    public int LayerCount { get; private set; }

    /// <summary>Rows of the network's input.</summary>
    public int InputRows => _signals[0]?.Shape.Height ?? 1;

    /// <summary>What is known of a value; null after a mistake.</summary>
    public Signal? Signal(int value) => _signals[value];

    /// <summary>The layer whose output the value is.</summary>
    public Origin ValueOrigin(int value) => _valueOrigins[value]!;

    public Origin NodeOrigin(int node) => _nodeOrigins[node];

    public void Report(IEnumerable<Problem> found, BlockPath path)
    {
        foreach (Problem problem in found)
        {
            if (_reported.Add((problem.Id, problem.Place)))
            {
                problems.Add(path.Complete(problem));
            }
        }
    }

    /// <summary>Another layer begins.</summary>
    public void CountLayer()
    {
        cancellation.ThrowIfCancellationRequested();
        LayerCount++;
    }

    /// <summary>The operators that a layer becomes; the value that the last one gives.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inference">What it becomes.</param>
    /// <param name="name">Prefix of its parameters.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="origin">Where it stands.</param>
    public int AddLayer(LayerContext layer, Inference inference, string name, IEnumerable<int> inputs, Origin origin)
    {
        EquatableArray<int> read = EquatableArray<int>.From(inputs);
        foreach (Inference step in inference.Steps)
        {
            Capacity.Check(layer, step);
            bool isNameless = origin.Name is null && step.Parameters.Count == 0;
            bool isTooLarge = layer.Problems.Any(problem => problem.Id == DiagnosticIds.TooLarge);
            var node = new Node(
                isNameless ? "" : name + step.Part, layer.Kind, step.Operator, read, Output: 0, step.Parameters, step.MultiplyAdds,
                Math.Min(step.Output.Field.Rows, InputRows))
            {
                Blocks = origin.Path.Titles,
            };
            read = EquatableArray<int>.From([AddNode(node, isTooLarge ? null : step.Output, origin)]);
        }

        return read[0];
    }

    public int AddValue(Signal? signal)
    {
        _values.Add(new(_values.Count, Name: null, signal?.Shape ?? default));
        _signals.Add(signal);
        _valueOrigins.Add(null);
        return _values.Count - 1;
    }

    /// <summary>A value that a mistake leaves unknown.</summary>
    public int AddUnknown() => AddValue(null);

    /// <summary>Makes the value that of an attribute, which may be an <c>Apply</c> around the one that made it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its full name; null where it has none.</param>
    /// <param name="origin">The attribute.</param>
    public void Claim(int value, string? name, Origin origin)
    {
        _values[value] = _values[value] with { Name = name ?? _values[value].Name };
        _valueOrigins[value] = origin;
    }

    /// <summary>The graph, or null where a mistake leaves part of it unknown.</summary>
    public NetworkGraph? Finish(IReadOnlyList<int> outputs) => _signals.Contains(null)
        ? null
        : new(EquatableArray<Value>.From(_values), EquatableArray<Node>.From(_nodes), EquatableArray<int>.From(outputs));

    private int AddNode(Node node, Signal? output, Origin origin)
    {
        _nodes.Add(node with { Output = _values.Count });
        _nodeOrigins.Add(origin);
        return AddValue(output);
    }
}
