using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Recognition;

/// <summary>A graph while patterns are looked for: who makes a value, how many read it, which are constants.</summary>
internal sealed class PatternGraph
{
    private const double Tolerance = 1e-3;

    private readonly Dictionary<string, OnnxNode> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _readers = new(StringComparer.Ordinal);

    public PatternGraph(OnnxGraph graph)
    {
        Graph = graph;
        foreach (OnnxNode node in graph.Nodes)
        {
            foreach (string output in node.Outputs)
            {
                _makers[output] = node;
            }

            foreach (string input in node.Inputs)
            {
                _readers[input] = _readers.GetValueOrDefault(input) + 1;
            }
        }

        foreach (OnnxValue output in graph.Outputs)
        {
            _readers[output.Name] = _readers.GetValueOrDefault(output.Name) + 1;
        }
    }

    public OnnxGraph Graph { get; }

    public int Readers(string name) => _readers.GetValueOrDefault(name);

    /// <summary>The node that makes a value, if it is of one of these operators.</summary>
    public OnnxNode? Maker(string name, params IReadOnlyList<string> operators) =>
        _makers.TryGetValue(name, out OnnxNode? node) && operators.Contains(node.Operator) ? node : null;

    /// <summary>Whether a value is a constant with one number, about this one.</summary>
    public bool Is(string name, double number) => Scalar(name) is { } found && Math.Abs(found - number) <= Tolerance * Math.Abs(number);

    public double? Scalar(string name) => Graph.Constants.TryGetValue(name, out Tensor? tensor) && tensor.IsScalar ? tensor.Scalar : null;

    /// <summary>The other input of a node of two that commute, if one is such a constant.</summary>
    public string? Beside(OnnxNode? node, double number) =>
        node is not { Inputs: [var a, var b] } ? null : Is(b, number) ? a : Is(a, number) ? b : null;

    /// <summary>The other input of a node of two that commute, if one is this value.</summary>
    public static string? Other(OnnxNode? node, string value) =>
        node is not { Inputs: [var a, var b] } ? null : a == value ? b : b == value ? a : null;
}
