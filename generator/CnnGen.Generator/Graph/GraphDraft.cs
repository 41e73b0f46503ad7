using System.Collections.Immutable;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Graph;

/// <summary>Where a mistake with a node or value is reported.</summary>
internal readonly record struct Origin(Scope Scope, Place Place);

/// <summary>A graph that grows, and the mistakes found on the way; each is kept once, however often its block is applied.</summary>
internal sealed class GraphDraft(ImmutableArray<Problem>.Builder problems)
{
    private readonly HashSet<(string, Place)> _reported = [];
    private readonly List<Value> _values = [];
    private readonly List<Signal?> _signals = [];
    private readonly List<Origin> _valueOrigins = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Origin> _nodeOrigins = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Layers so far, those of blocks counted at each application.</summary>
    public int LayerCount { get; set; }

    /// <summary>Rows of the network's input.</summary>
    public int InputRows => _signals[0]?.Shape.Height ?? 1;

    /// <summary>What is known of a value; null after a mistake.</summary>
    public Signal? Signal(int value) => _signals[value];

    /// <summary>The attribute whose output the value is; of the network's input and after a mistake, none.</summary>
    public Origin ValueOrigin(int value) => _valueOrigins[value];

    public Origin NodeOrigin(int node) => _nodeOrigins[node];

    public void Report(IEnumerable<Problem> found, Scope scope)
    {
        foreach (Problem problem in found)
        {
            if (_reported.Add((problem.Id, problem.Place)))
            {
                problems.Add(scope.Complete(problem));
            }
        }
    }

    public int AddValue(Signal? signal)
    {
        _values.Add(new(_values.Count, Name: null, signal?.Shape ?? default));
        _signals.Add(signal);
        _valueOrigins.Add(default);
        return _values.Count - 1;
    }

    /// <summary>A value that a mistake leaves unknown.</summary>
    public int AddUnknown() => AddValue(null);

    /// <summary>An operator's node and its output.</summary>
    public int AddNode(Node node, Signal? output, Origin origin)
    {
        _nodes.Add(node with { Output = _values.Count });
        _nodeOrigins.Add(origin);
        return AddValue(output);
    }

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
}
