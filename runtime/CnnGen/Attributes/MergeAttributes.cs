namespace CnnGen;

/// <summary>The sum of the named outputs, which have one shape; a single name is added to the previous output.</summary>
public sealed class AddAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The outputs to add.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>
/// The product of the named outputs, element by element; a single name is multiplied with the previous output. A factor of C×1×1 or
/// 1×H×W counts for all pixels or channels.
/// </summary>
public sealed class MultiplyAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The outputs to multiply.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>The named outputs behind one another: channels of one height and width, or features.</summary>
public sealed class ConcatAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The outputs, first channels first.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
