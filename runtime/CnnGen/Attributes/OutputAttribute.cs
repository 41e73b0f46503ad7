namespace CnnGen;

/// <summary>
/// Names a tensor that leaves the network; several attributes give several outputs, in their order. Without it the last layer's
/// output is the only one. In a block it names the block's one output.
/// </summary>
/// <param name="name">The name of a layer, or <see cref="Graph.Input"/> (CNN004).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute(string name) : Attribute
{
    /// <summary>The name of a layer.</summary>
    public string Name { get; } = name;
}
