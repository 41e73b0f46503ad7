namespace CnnGen;

/// <summary>The sum of the named outputs, which have one shape; a single name is added to the previous output.</summary>
/// <param name="names">Names of layers above, or <see cref="Graph.Input"/> (CNN004). A single one is added to the previous output.</param>
/// <remarks>The shape is that of the inputs, which must be one (CNN207). In PyTorch: <c>x + y</c>, or <c>torch.add</c>.</remarks>
public sealed class AddAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The outputs to add.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>
/// The product of the named outputs, element by element; a single name is multiplied with the previous output. A factor of C×1×1 or
/// 1×H×W counts for all pixels or channels.
/// </summary>
/// <param name="names">
/// Names of layers above, or <see cref="Graph.Input"/> (CNN004). A single one is multiplied with the previous output.
/// </param>
/// <remarks>
/// The shape is that of the largest input; others have it or broadcast (CNN207). In PyTorch: <c>x * y</c>, or <c>torch.mul</c>.
/// </remarks>
public sealed class MultiplyAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The outputs to multiply.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>The named outputs behind one another: channels of one height and width, or features.</summary>
/// <param name="names">Names of layers above, or <see cref="Graph.Input"/> (CNN004), first channels first.</param>
/// <remarks>
/// C₁×H×W, C₂×H×W and so on become (C₁ + C₂ + …)×H×W; heights and widths must agree (CNN208). In PyTorch: <c>torch.cat(tensors,
/// dim=1)</c>.
/// </remarks>
public sealed class ConcatAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The outputs, first channels first.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
