namespace CnnGen.Onnx.Export;

/// <summary>A tensor of the graph: its name, and its shape without the batch.</summary>
internal readonly record struct ExportedValue(string Name, IReadOnlyList<int> Shape)
{
    public bool IsVector => Shape.Count == 1;

    public int Channels => Shape[0];

    public int Height => Shape[1];

    public int Width => Shape[2];
}

/// <summary>A layer while it is exported: what it reads, its options and parameters, and the graph that its nodes go to.</summary>
internal sealed class LayerExport(
    ModelBuilder model, LayerInfo layer, IReadOnlyList<ExportedValue> inputs, string output, ParameterSource parameters)
{
    public ModelBuilder Model => model;

    public LayerInfo Layer => layer;

    public IReadOnlyList<ExportedValue> Inputs => inputs;

    /// <summary>The only, or first, input.</summary>
    public ExportedValue Input => inputs[0];

    public LayerOptions Options { get; } = new(layer.Options);

    /// <summary>What its parameters' shapes end in to broadcast over a tensor: a channel's pixels, or nothing for a vector.</summary>
    public long[] PerChannel(int channels) => Input.IsVector ? [channels] : [channels, 1, 1];

    /// <summary>The node whose output is the layer's.</summary>
    public string Result(string type, IEnumerable<string> from, params (string Name, object Value)[] attributes) =>
        model.Node(type, from, output, attributes);

    /// <summary>A node in between.</summary>
    public string Node(string type, IEnumerable<string> from, params (string Name, object Value)[] attributes) =>
        model.Node(type, from, model.Unique($"{output}/{type}"), attributes);

    public string Constant(string name, IReadOnlyList<long> shape, float[] values) =>
        model.Constant(model.Unique($"{output}/{name}"), shape, values);

    /// <summary>A constant that broadcasts over everything.</summary>
    public string Number(string name, double value) => Constant(name, [], [(float)value]);

    public string Integers(string name, params long[] values) => model.Constant(model.Unique($"{output}/{name}"), values);

    public bool Has(string parameter) => parameters.Find($"{layer.Name}.{parameter}") is not null;

    /// <summary>A parameter, by its own name.</summary>
    /// <param name="name">Its name in the layer.</param>
    /// <param name="shape">As ONNX wants it; null: its own.</param>
    /// <param name="change">What is made of its values.</param>
    public string Parameter(string name, IReadOnlyList<long>? shape = null, Func<float[], float[]>? change = null)
    {
        string full = $"{layer.Name}.{name}";
        ParameterInfo info = parameters.Find(full) ?? throw new InvalidOperationException($"{layer.Kind} has no parameter {full}");
        float[] values = parameters.Read(info);
        return model.Constant(
            model.Unique(full), shape ?? [.. info.Shape.Select(dimension => (long)dimension)], change is null ? values : change(values));
    }

    /// <summary>A parameter, or as many equal numbers where the layer has none.</summary>
    public string ParameterOr(string name, float otherwise, int count) => Has(name)
        ? Parameter(name)
        : Constant(name, [count], [.. Enumerable.Repeat(otherwise, count)]);

    /// <summary>x · weight + bias where the layer has them, with one of each per channel.</summary>
    public string Affine(string value, int channels)
    {
        if (!Has("weight"))
        {
            return Result("Identity", [value]);
        }

        string scaled = Node("Mul", [value, Parameter("weight", PerChannel(channels))]);
        return Result("Add", [scaled, Parameter("bias", PerChannel(channels))]);
    }
}

/// <summary>Where parameters come from.</summary>
/// <param name="Find">A parameter by its full name, or null.</param>
/// <param name="Read">Its values, in a new array.</param>
internal sealed record ParameterSource(Func<string, ParameterInfo?> Find, Func<ParameterInfo, float[]> Read);
