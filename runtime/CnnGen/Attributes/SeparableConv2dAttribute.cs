namespace CnnGen;

/// <summary>
/// A depthwise convolution and a 1×1 convolution of its output. Parameters: <c>depthwise.weight</c> [channels, 1, kernel, kernel],
/// <c>pointwise.weight</c> [out, channels, 1, 1], and a <c>bias</c> of each.
/// </summary>
public sealed class SeparableConv2dAttribute : ConvolutionAttribute
{
    /// <summary>A square kernel.</summary>
    public SeparableConv2dAttribute(int outChannels, int kernel)
        : base(kernel, kernel) => OutChannels = outChannels;

    /// <summary>A kernel that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public SeparableConv2dAttribute(int outChannels) => OutChannels = outChannels;

    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; }
}
