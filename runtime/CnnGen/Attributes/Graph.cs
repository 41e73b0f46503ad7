namespace CnnGen;

/// <summary>Names that every network knows.</summary>
public static class Graph
{
    /// <summary>The input of the enclosing network or block, for <see cref="LayerAttribute.From"/>.</summary>
    public const string Input = "input";
}
