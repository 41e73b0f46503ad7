namespace CnnGen;

/// <summary>Takes channels from each group in turn: channel j of group g becomes channel j · groups + g.</summary>
public sealed class ChannelShuffleAttribute(int groups) : LayerAttribute
{
    /// <summary>Groups of neighbouring channels; divides the channels.</summary>
    public int Groups { get; } = groups;
}
