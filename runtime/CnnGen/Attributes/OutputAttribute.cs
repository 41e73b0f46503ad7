namespace CnnGen;

/// <summary>
/// Names a tensor that leaves the network; several attributes give several outputs, in their order. Without it the last layer's
/// output is the only one. In a block it names the block's one output.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute(string name) : Attribute
{
    /// <summary>The name of a layer.</summary>
    public string Name { get; } = name;
}
