namespace CnnGen;

/// <summary>So many channels, or features, from one on.</summary>
/// <param name="start">The first channel, from 0.</param>
/// <param name="count">How many channels; start + count is at most the channels there are (CNN211).</param>
/// <remarks>C×H×W becomes count×H×W. In PyTorch: <c>torch.narrow(x, 1, start, count)</c>.</remarks>
public sealed class SliceAttribute(int start, int count) : LayerAttribute
{
    /// <summary>The first channel, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>How many channels.</summary>
    public int Count { get; } = count;
}
