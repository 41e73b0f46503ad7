namespace CnnGen;

/// <summary>So many channels, or features, from one on.</summary>
public sealed class SliceAttribute(int start, int count) : LayerAttribute
{
    /// <summary>The first channel, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>How many channels.</summary>
    public int Count { get; } = count;
}
