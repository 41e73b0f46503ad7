using System.ComponentModel;

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

    /// <summary>For an output, the index in <see cref="NetworkInfo.Layers"/> of the layer whose output it is; −1 for an input.</summary>
    public int Layer { get; init; } = -1;

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
    /// <summary>
    /// The layers whose outputs it reads, as indices in <see cref="NetworkInfo.Layers"/>, −1 for the network's input; null if that is
    /// the one before it alone. <see cref="NetworkInfo.InputsOf"/> gives them for any layer.
    /// </summary>
    public IReadOnlyList<int>? From { get; init; }

    /// <summary>
    /// What else it takes to rebuild the layer, with names of PyTorch's arguments: <c>kernel_size=3 stride=2,1</c>. Two numbers are rows
    /// and columns, four the top, left, bottom and right. What has its usual value is left out, and so is what shapes and parameters tell.
    /// </summary>
    public string Options { get; init; } = "";

    /// <summary>For example <c>conv1 Conv2d 6×28×28</c>.</summary>
    public override string ToString() => $"{Name} {Kind} {NetworkTable.Shape(OutputShape)}".TrimStart();
}

/// <summary>A tensor's place in the working memory of <c>Predict</c>, and when it is in use.</summary>
/// <param name="Name">For example <c>v3</c>: the output of the third layer; <c>s3</c> is what that layer's kernel works with.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Length">Elements, with padding.</param>
/// <param name="FirstStep">The first kernel call that touches it, counted from 0.</param>
/// <param name="LastStep">The last one.</param>
public sealed record BufferInfo(string Name, int Offset, int Length, int FirstStep, int LastStep);

/// <summary>What the compiler knows of a network; <see cref="ToString"/> is the layer table.</summary>
public sealed record NetworkInfo(
    string Name,
    IReadOnlyList<TensorInfo> Inputs,
    IReadOnlyList<TensorInfo> Outputs,
    IReadOnlyList<LayerInfo> Layers,
    IReadOnlyList<ParameterInfo> Parameters)
{
    private readonly Lazy<IReadOnlyList<BufferInfo>> _arena = new(static () => []);

    /// <summary>The working memory of <c>Predict</c> on one thread, made when someone asks for it.</summary>
    public IReadOnlyList<BufferInfo> Arena => _arena.Value;

    /// <summary>What makes <see cref="Arena"/>: compiled networks set it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<IReadOnlyList<BufferInfo>> ArenaSource
    {
        init => _arena = new(value);
    }

    /// <summary>The layers whose outputs a layer reads, as indices in <see cref="Layers"/>; −1 is the network's input.</summary>
    /// <param name="layer">Its index.</param>
    public IReadOnlyList<int> InputsOf(int layer) => Layers[layer].From ?? [layer - 1];

    /// <summary>The layer table: name, kind, output shape, parameters, multiply-adds, receptive field, kernel.</summary>
    public override string ToString() => NetworkTable.Format(this);
}
