using CnnGen.Onnx.Evaluation;
using CnnGen.Onnx.Reading;
using CnnGen.Onnx.Translation.Operators;

namespace CnnGen.Onnx.Translation;

/// <summary>Turns the nodes of a model into layers, one after the other, and collects what cannot be turned.</summary>
internal sealed class Translation
{
    private static readonly Dictionary<string, Action<NodeScope>> Operators = new[]
    {
        ConvolutionFamily.All, PoolFamily.All, LinearFamily.All, NormFamily.All, ActivationFamily.All, ArithmeticFamily.All,
        ShapeFamily.All, PadFamily.All, PartFamily.All, ResizeFamily.All,
    }.SelectMany(family => family).ToDictionary(StringComparer.Ordinal);

    /// <summary>What folding may still compute: shapes, tables, weights once more; a small file cannot ask for much memory.</summary>
    private long _foldable;

    private readonly Dictionary<string, int> _readers;

    private Translation(OnnxGraph graph, string inputName, View input)
    {
        Opset = graph.Opset;
        Batch = input.Axes.SelectMany(axis => axis).FirstOrDefault(atom => atom.Dim == Dim.N, new(Dim.N, 1, 1)).Size;
        Constants = new(graph.Constants, StringComparer.Ordinal);
        Views[inputName] = input;
        _foldable = (1 << 22) + 2 * Constants.Values.Sum(tensor => (long)tensor.Length);
        _readers = graph.Nodes.SelectMany(node => node.Inputs).Concat(graph.Outputs.Select(output => output.Name))
            .GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    public int Opset { get; }

    public int Batch { get; }

    /// <summary>What is known before anything is predicted.</summary>
    public Dictionary<string, Tensor> Constants { get; }

    /// <summary>For constants that are weights in another shape, the weights' name.</summary>
    public Dictionary<string, string> Origins { get; } = new(StringComparer.Ordinal);

    /// <summary>What is computed.</summary>
    public Dictionary<string, View> Views { get; } = new(StringComparer.Ordinal);

    /// <summary>What was rearranged by layers already, so that another reader does not do it again.</summary>
    public Dictionary<(Value Value, string Axes), View> PlainViews { get; } = [];

    public List<Layer> Layers { get; } = [];

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Nodes that are left out, because they, or nodes before them, cannot be turned into layers.</summary>
    public HashSet<OnnxNode> Outside { get; } = [];

    public int ReadersOf(string name) => _readers.GetValueOrDefault(name);

    public static Translation Run(OnnxGraph graph, string inputName, View input)
    {
        var translation = new Translation(graph, inputName, input);
        foreach (OnnxNode node in graph.Nodes)
        {
            translation.Translate(node);
        }

        return translation;
    }

    public static View InputView(Value value, int batch, Dim[] dims) => View.Of(value, batch, dims);

    public static Layer NewLayer(string kind, IReadOnlyList<Value> inputs, ImageShape shape, OnnxNode node) =>
        Layer.Of(kind, inputs, shape, node);

    private void Translate(OnnxNode node)
    {
        int layers = Layers.Count;
        try
        {
            if (node.Inputs.Any(name => name.Length > 0 && !Constants.ContainsKey(name) && !Views.ContainsKey(name)))
            {
                Outside.Add(node);
                _ = node.Operator is "Shape" or "Size" ? null : Handler(node);
            }
            else if (!Fold(node))
            {
                Handler(node)(new NodeScope(node, this));
            }
        }
        catch (Exception exception) when (exception is UnsupportedException or OverflowException)
        {
            Layers.RemoveRange(layers, Layers.Count - layers);
            PlainViews.Clear();
            Outside.Add(node);
            string reason = exception is OverflowException ? "its shapes exceed what an index can address" : exception.Message;
            Problems.Add(new(node.Name, node.Operator, reason, Opset));
        }
    }

    private static Action<NodeScope> Handler(OnnxNode node) => Operators.TryGetValue(node.Operator, out Action<NodeScope>? handler)
        ? handler
        : throw new UnsupportedException("no layer of CnnGen does what this operator does");

    /// <summary>Whether the node's outputs are constants: because its inputs are, or because it asks for a shape.</summary>
    private bool Fold(OnnxNode node)
    {
        if (node.Operator is "Shape" or "Size" && Views.TryGetValue(node.Inputs.FirstOrDefault(""), out View? view))
        {
            Constants[node.Outputs[0]] = node.Operator == "Shape"
                ? ShapeOps.Shape(node, view.Shape)
                : new([], TensorKind.Integer, [Dims.Count(view.Shape)]);
            return true;
        }

        if (!node.Inputs.All(name => name.Length == 0 || Constants.ContainsKey(name)))
        {
            return false;
        }

        Tensor[] results = Evaluator.Run(new(node, Opset, [.. node.Inputs.Select(name => name.Length == 0 ? null : Constants[name])]));
        for (int i = 0; i < Math.Min(results.Length, node.Outputs.Count); i++)
        {
            _foldable -= node.Operator is "Constant" or "Identity" ? 0 : results[i].Length;
            Constants[node.Outputs[i]] = _foldable >= 0
                ? results[i]
                : throw new UnsupportedException("the constants that the model computes are larger than a network's shapes and tables");
        }

        if (node.Operator is "Transpose" or "Reshape" or "Squeeze" or "Unsqueeze" or "Identity" or "Cast")
        {
            Origins[node.Outputs[0]] = Origins.GetValueOrDefault(node.Inputs[0], node.Inputs[0]);
        }

        return true;
    }
}
