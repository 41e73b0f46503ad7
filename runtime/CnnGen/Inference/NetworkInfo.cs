namespace CnnGen;

/// <summary>A tensor at the border of the network.</summary>
/// <param name="Name">The tensor's name in the graph.</param>
/// <param name="Shape">C×H×W, or the number of features.</param>
/// <param name="Length">The number of elements.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<int> Shape, int Length)
{
    /// <summary>The order of a C×H×W tensor's elements in the caller's span; without a meaning for a vector.</summary>
    public TensorLayout Layout { get; init; }

    /// <summary>
    /// For an output, the kind of the layer that computes its values, for example <c>Linear</c>: not <c>Flatten</c>, <c>Dropout</c> or
    /// <c>DropPath</c>, which only pass them on. Null for an input.
    /// </summary>
    public string? Kind { get; init; }

    /// <summary>For example <c>input 3×224×224</c>.</summary>
    public override string ToString() => $"{Name} {NetworkTable.Shape(Shape)}";
}

/// <summary>One layer of the network after shape inference.</summary>
/// <param name="Name">The name that prefixes its parameters.</param>
/// <param name="Kind">The attribute's name, for example <c>Conv2d</c>.</param>
/// <param name="OutputShape">C×H×W, or the number of features.</param>
/// <param name="ParameterCount">Trainable parameters.</param>
/// <param name="MultiplyAdds">Multiply-adds of convolutions and linear layers, padding taps counted.</param>
/// <param name="ReceptiveField">Rows of the input that one output element can see; padding does not count.</param>
/// <param name="Kernel">The inference kernel that the compiler chose.</param>
public sealed record LayerInfo(
    string Name, string Kind, IReadOnlyList<int> OutputShape, int ParameterCount, long MultiplyAdds, int ReceptiveField, string Kernel)
{
    /// <summary>For example <c>conv1 Conv2d 6×28×28</c>.</summary>
    public override string ToString() => $"{Name} {Kind} {NetworkTable.Shape(OutputShape)}".TrimStart();
}

/// <summary>What the compiler knows of a network; <see cref="ToString"/> is the layer table.</summary>
public sealed record NetworkInfo(
    string Name,
    IReadOnlyList<TensorInfo> Inputs,
    IReadOnlyList<TensorInfo> Outputs,
    IReadOnlyList<LayerInfo> Layers,
    IReadOnlyList<ParameterInfo> Parameters)
{
    /// <summary>The layer table: name, kind, output shape, parameters, multiply-adds, receptive field, kernel.</summary>
    public override string ToString() => NetworkTable.Format(this);
}
