using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Emit;

/// <summary>Everything that the emitters of one class read.</summary>
internal sealed class NetworkModel
{
    private readonly Dictionary<int, int> _layers;

    public NetworkModel(NetworkSpec spec, NetworkGraph graph, InferencePlan inference, TrainingPlan? training)
    {
        (Spec, Graph, Inference, Training) = (spec, graph, inference, training);
        _layers = graph.Nodes.Select((node, i) => (node.Output, i)).ToDictionary(pair => pair.Output, pair => pair.i);
        _layers[0] = -1;
        foreach (Kernel kernel in inference.Calls.Select(call => call.Kernel).Concat(training?.Kernels ?? []))
        {
            Names.Add(kernel);
        }
    }

    public NetworkSpec Spec { get; }

    public NetworkGraph Graph { get; }

    public InferencePlan Inference { get; }

    public TrainingPlan? Training { get; }

    public KernelNames Names { get; } = new();

    public SharedMethods Methods { get; } = new();

    /// <summary>Whether the passes measure what their calls take.</summary>
    public bool IsProfiled { get; init; }

    /// <summary>Ends the work early.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The class with the compiled code, from <c>global::</c> on.</summary>
    public string CodePath => $"global::{NetworkEmitter.Space}.{Spec.CodeName}.{NetworkEmitter.CodeClass}";

    public Value Input => Graph.Values[0];

    /// <summary>The kind of the layer that computes a value; what only passes it on does not count. Null for the input.</summary>
    public string? Source(Value value)
    {
        Node? node = Graph.Nodes.FirstOrDefault(candidate => candidate.Output == value.Id);
        return node?.Operator.IsIdentity(training: false) == true
            ? Source(Graph.Values[node.Inputs[0]])
            : node?.Kind;
    }

    /// <summary>The index of the layer that makes a value; −1 for the input.</summary>
    public int LayerOf(int value) => _layers[value];

    public IReadOnlyList<Value> Outputs => [.. Graph.Outputs.Select(output => Graph.Values[output])];

    /// <summary>Elements of all outputs of a sample.</summary>
    public int OutputLength => checked((int)Graph.Outputs.Sum(output => Graph.Values[output].Shape.Length));

    public int ParameterCount => Graph.Nodes.Sum(Trainable);

    public long MultiplyAdds => Graph.Nodes.Sum(node => node.MultiplyAdds);

    public long ArenaBytes => Memory.Arena(Inference);

    /// <summary>The inference kernel of a node; empty for a mere change of layout.</summary>
    public string KernelOf(Node node) =>
        Inference.KernelOfNode.TryGetValue(node.Output, out string kernel) ? kernel
        : node.Operator.IsIdentity(training: false) ? "" : "fused";

    public static int Trainable(Node node) => node.Parameters.Where(p => p.IsTrainable).Sum(p => p.ActiveCount);

    public static string ShapeList(Shape shape) =>
        shape.IsVector ? Code.Int(shape.Channels) : Code.Ints([shape.Channels, shape.Height, shape.Width]);
}
