namespace CnnGen;

/// <summary>
/// A depthwise convolution and a 1×1 convolution of its output. Parameters: <c>depthwise.weight</c> [channels, 1, kernel, kernel],
/// <c>pointwise.weight</c> [out, channels, 1, 1], and a <c>bias</c> of each.
/// </summary>
public sealed class SeparableConv2dAttribute(int outChannels, int kernel) : ConvolutionAttribute(kernel, kernel)
{
    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; } = outChannels;
}
