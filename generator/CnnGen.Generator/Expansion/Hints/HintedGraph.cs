using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>A correct network as hints look at it: who computes and who reads a value, and what a change of a layer leads to.</summary>
internal sealed class HintedGraph
{
    private readonly NetworkSpec _spec;
    private readonly GraphDraft _draft;
    private readonly CancellationToken _cancellation;
    private readonly int[] _sources;
    private readonly ILookup<int, int> _readers;

    public HintedGraph(NetworkSpec spec, NetworkGraph graph, GraphDraft draft, CancellationToken cancellation)
    {
        (_spec, Graph, _draft, _cancellation) = (spec, graph, draft, cancellation);
        _sources = [.. graph.Values.Select(_ => -1)];
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            _sources[graph.Nodes[i].Output] = i;
        }

        _readers = graph.Nodes
            .SelectMany((node, i) => node.Inputs.Select(input => (input, i)))
            .ToLookup(pair => pair.input, pair => pair.i);
    }

    public NetworkGraph Graph { get; }

    public bool Training => _spec.Training;

    public IEnumerable<int> Nodes => Enumerable.Range(0, Graph.Nodes.Count);

    public int InputRows => Graph.Values[0].Shape.Height;

    public Node this[int node] => Graph.Nodes[node];

    public Shape Input(int node) => Graph.Values[this[node].Inputs[0]].Shape;

    public Shape Output(int node) => Graph.Values[this[node].Output].Shape;

    /// <summary>The attribute as written.</summary>
    public LayerSpec Layer(int node) => _spec.LayersOf(Place(node).Owner)[Place(node).Index];

    public Place Place(int node) => _draft.NodeOrigin(node).Place;

    /// <summary>The nodes that read a node's output.</summary>
    public IEnumerable<int> Readers(int node) => _readers[this[node].Output];

    /// <summary>The nodes that a node reads; the network's input has none.</summary>
    public IEnumerable<int> Sources(int node) => this[node].Inputs.Select(input => _sources[input]).Where(source => source >= 0);

    /// <summary>The node that computes what a node reads, behind those that only pass it on; null for the network's input.</summary>
    public int? Before(int node)
    {
        int source = _sources[this[node].Inputs[0]];
        return source < 0 ? null : PassesOn(this[source].Operator) ? Before(source) : source;
    }

    /// <summary>Each output of the network with the nodes that lead there: backwards, through those for which a rule holds.</summary>
    public IEnumerable<(int Node, Shape Output)> BeforeOutputs(Func<Operator, bool> isPassed)
    {
        foreach (int output in Graph.Outputs)
        {
            int source = _sources[output];
            while (source >= 0)
            {
                yield return (source, Graph.Values[output].Shape);
                source = isPassed(this[source].Operator) ? _sources[this[source].Inputs[0]] : -1;
            }
        }
    }

    /// <summary>A layer that computes nothing in <c>Predict</c>.</summary>
    public static bool PassesOn(Operator op) => op.IsIdentity(training: false);

    /// <summary>A function of each element, or of the channels of each pixel.</summary>
    public static bool IsActivation(Operator op) => op is Activation or PReLU or Softmax;

    /// <summary>
    /// The layer removed, if nothing but the order of the layers refers to it. The whole network is built without it, and must have no
    /// mistake and the same outputs.
    /// </summary>
    public Fix? Remove(int node)
    {
        Place place = Place(node);
        LayerSpec layer = Layer(node);
        if (layer.Name is not null || layer.From is not null
            || Trial.Build(_spec, Graph, place.Owner, layers => layers.Where((_, i) => i != place.Index), _cancellation) is not { } changed)
        {
            return null;
        }

        bool isRenamed = !new HashSet<string>(Parameters(Graph)).IsSupersetOf(Parameters(changed));
        return Fix.Of("remove it", new Edit(EditKind.RemoveLayer, place, layer.Kind)) with
        {
            Outcome = isRenamed ? "later layers without names count anew" : null,
        };
    }

    /// <summary>The layer without an argument, which is tried like that.</summary>
    public Fix? RemoveArgument(int node, string argument)
    {
        Place place = Place(node);
        return Trial.Set(_spec, Graph, place, argument, value: null, _cancellation) is null
            ? null
            : Fix.Of($"remove {argument}", new Edit(EditKind.RemoveArgument, place with { Argument = argument }));
    }

    private static IEnumerable<string> Parameters(NetworkGraph graph) =>
        graph.Nodes.SelectMany(node => node.Parameters).Select(parameter => parameter.Name);
}
