namespace CnnGen;

/// <summary>Takes channels from each group in turn: channel j of group g becomes channel j · groups + g.</summary>
/// <param name="groups">Groups of neighbouring channels; divides the channels (CNN211).</param>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.ChannelShuffle(groups)</c>.</remarks>
public sealed class ChannelShuffleAttribute(int groups) : LayerAttribute
{
    /// <summary>Groups of neighbouring channels; divides the channels.</summary>
    public int Groups { get; } = groups;
}
