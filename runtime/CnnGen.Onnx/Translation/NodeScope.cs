using CnnGen.Onnx.Evaluation;
using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Translation;

/// <summary>A node while it becomes layers.</summary>
/// <param name="node">The node.</param>
/// <param name="translation">The network so far.</param>
internal sealed class NodeScope(OnnxNode node, Translation translation)
{
    public OnnxNode Node => node;

    public int Opset => translation.Opset;

    public int Batch => translation.Batch;

    /// <summary>The node as the evaluator sees it: with its constant inputs.</summary>
    public NodeCall Call => new(node, Opset, [.. node.Inputs.Select((_, i) => Constant(i))]);

    public bool IsConstant(int input) => node.HasInput(input) && translation.Constants.ContainsKey(node.Inputs[input]);

    public Tensor? Constant(int input) =>
        node.HasInput(input) && translation.Constants.TryGetValue(node.Inputs[input], out Tensor? tensor) ? tensor : null;

    /// <summary>A weight; what is computed can have no layer's parameter.</summary>
    public Tensor Weight(int input) => Constant(input)
        ?? throw new UnsupportedException(
            $"expected a constant as input {input} ('{(node.HasInput(input) ? node.Inputs[input] : "")}'), found a computed tensor");

    /// <summary>An input that is computed.</summary>
    public View View(int input)
    {
        string name = node.HasInput(input) ? node.Inputs[input] : throw new UnsupportedException($"input {input} is missing");
        return translation.Views.TryGetValue(name, out View? view)
            ? view
            : throw new UnsupportedException($"expected a computed tensor as input {input}, found the constant '{name}'");
    }

    /// <summary>An input as batch × channels × rows × columns, or × length.</summary>
    public View Image(int input = 0)
    {
        View view = Plain(View(input));
        bool isImage = view.Axes.Count is 3 or 4 && view.IsBatch(0) && view.IsWhole(1, Dim.C)
            && (view.Axes.Count == 3 ? view.IsWhole(2, Dim.W) && view.Value.Shape.Height == 1
                : view.IsWhole(2, Dim.H) && view.IsWhole(3, Dim.W));
        return isImage ? view : throw new UnsupportedException($"expected batch × channels × height × width, found {Layouts.Text(view)}");
    }

    /// <summary>A view whose axes are dimensions as a whole, after the layers that this takes.</summary>
    public View Plain(View view)
    {
        (Value, string) key = (view.Value, string.Join(';', view.Axes.Select(axis => string.Join(',', axis))));
        if (!translation.PlainViews.TryGetValue(key, out View? plain))
        {
            translation.PlainViews[key] = plain = Layouts.Plain(view, this);
        }

        return plain;
    }

    /// <summary>Adds a layer; its output.</summary>
    public Value Add(Layer layer)
    {
        translation.Layers.Add(layer);
        return layer.Output;
    }

    public Layer Layer(string kind, ImageShape shape, params IReadOnlyList<Value> inputs) =>
        Translation.NewLayer(kind, inputs, shape, node);

    /// <summary>A layer that keeps the shape.</summary>
    public View Elementwise(View view, string kind, Action<Layer>? configure = null)
    {
        Layer layer = Layer(kind, view.Value.Shape, view.Value);
        configure?.Invoke(layer);
        return view.With(Add(layer));
    }

    /// <summary>Sets an output of the node.</summary>
    public void Return(View view, int output = 0)
    {
        if (output < node.Outputs.Count && node.Outputs[output].Length > 0)
        {
            translation.Views[node.Outputs[output]] = view;
        }
    }

    /// <summary>Whether a view's value has no reader but this node, so that its layer may still change.</summary>
    public bool IsOnlyReader(int input) => translation.ReadersOf(node.Inputs[input]) == 1 && View(input).Value.Maker is { } maker
        && !translation.Layers.Any(layer => layer.Inputs.Contains(maker.Output));

    /// <summary>Outputs beside the first one must not be used.</summary>
    public void OnlyFirstOutput()
    {
        foreach (string name in node.Outputs.Skip(1).Where(name => name.Length > 0 && translation.ReadersOf(name) > 0))
        {
            throw new UnsupportedException($"its output '{name}' is used, which no layer has");
        }
    }

    /// <summary>What the model calls the layer that a constant belongs to.</summary>
    public string? NameOf(params IReadOnlyList<int> inputs) =>
        LayerNames.Of(node, [.. inputs.Where(node.HasInput).Select(i => node.Inputs[i]).Select(
            name => translation.Origins.GetValueOrDefault(name, name))]);
}
