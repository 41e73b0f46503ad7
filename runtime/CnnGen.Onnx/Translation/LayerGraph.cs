using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Translation;

/// <summary>What a layer computes, or the network's input.</summary>
internal sealed class Value(ImageShape shape, Layer? maker)
{
    public ImageShape Shape { get; } = shape;

    /// <summary>The layer whose output it is; null for the input.</summary>
    public Layer? Maker { get; } = maker;

    /// <summary>Whether it is a vector rather than C×1×1; decided when the whole graph is known.</summary>
    public bool IsVector { get; set; }
}

/// <summary>An argument of an attribute.</summary>
/// <param name="Name">Its name; for positional ones what it means.</param>
/// <param name="Number">An integer, which blocks may take as a parameter; null for others.</param>
/// <param name="Text">Any other value, as C#.</param>
/// <param name="Default">The integer that it has when it is not written; null if it is always written.</param>
internal sealed record LayerArgument(string Name, int? Number, string? Text = null, int? Default = null)
{
    public bool IsPositional { get; init; }
}

/// <summary>A parameter of a layer.</summary>
/// <param name="Name">Its name in the layer: <c>weight</c>.</param>
/// <param name="Shape">Its dimensions in the network.</param>
/// <param name="Values">Its values in that order.</param>
internal sealed record LayerParameter(string Name, IReadOnlyList<int> Shape, Tensor Values);

/// <summary>A layer of the network to be: an attribute, its arguments and parameters.</summary>
internal sealed class Layer
{
    private Layer(string kind, IReadOnlyList<Value> inputs, ImageShape shape, OnnxNode? origin)
    {
        Kind = kind;
        Inputs = [.. inputs];
        Output = new(shape, this);
        Origin = origin;
    }

    /// <summary>The attribute's name.</summary>
    public string Kind { get; set; }

    public List<Value> Inputs { get; }

    public Value Output { get; }

    /// <summary>The node that it comes from.</summary>
    public OnnxNode? Origin { get; }

    public List<LayerArgument> Arguments { get; } = [];

    public List<LayerParameter> Parameters { get; } = [];

    /// <summary>What the model calls it, if it does.</summary>
    public string? Name { get; set; }

    /// <summary>A layer of several inputs, which it names.</summary>
    public bool IsMerge => Kind is "Add" or "Multiply" or "Concat";

    public static Layer Of(string kind, IReadOnlyList<Value> inputs, ImageShape shape, OnnxNode? origin) =>
        new(kind, inputs, shape, origin);

    public Layer Positional(string name, int number)
    {
        Arguments.Add(new(name, number) { IsPositional = true });
        return this;
    }

    public Layer Positional(string name, string text)
    {
        Arguments.Add(new(name, null, text) { IsPositional = true });
        return this;
    }

    public Layer Named(string name, int number, int standard)
    {
        Arguments.Add(new(name, number, Default: standard));
        return this;
    }

    public Layer Named(string name, string text, bool isWritten = true)
    {
        if (isWritten)
        {
            Arguments.Add(new(name, null, text));
        }

        return this;
    }

    public Layer Parameter(string name, IReadOnlyList<int> shape, Tensor values)
    {
        Parameters.Add(new(name, shape, values));
        return this;
    }

    public int Number(string argument) => Arguments.First(known => known.Name == argument).Number!.Value;

    public void Set(string argument, int number)
    {
        int index = Arguments.FindIndex(known => known.Name == argument);
        Arguments[index] = Arguments[index] with { Number = number };
    }

    public bool Has(string argument) => Arguments.Any(known => known.Name == argument);
}

/// <summary>The network to be.</summary>
/// <param name="Input">Its input.</param>
/// <param name="Layers">Its layers, in an order in which each reads earlier ones.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record LayerGraph(Value Input, List<Layer> Layers, List<NetworkOutput> Outputs)
{
    /// <summary>How often each value is read, as an output of the network too.</summary>
    public Dictionary<Value, int> Readers()
    {
        var readers = new Dictionary<Value, int>();
        foreach (Value value in Layers.SelectMany(layer => layer.Inputs).Concat(Outputs.Select(output => output.View.Value)))
        {
            readers[value] = readers.GetValueOrDefault(value) + 1;
        }

        return readers;
    }
}

/// <summary>An output of the network.</summary>
/// <param name="Name">What the model calls it.</param>
/// <param name="View">How the model looks at it.</param>
internal sealed record NetworkOutput(string Name, View View);
