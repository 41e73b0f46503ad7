namespace CnnGen;

/// <summary>
/// A depthwise convolution and a 1×1 convolution of its output. Parameters: <c>depthwise.weight</c> [channels, 1, kernel, kernel],
/// <c>pointwise.weight</c> [out, channels, 1, 1], and a <c>bias</c> of each.
/// </summary>
/// <remarks>
/// Height and width become ⌊(in + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, where padding is that of both sides, channels
/// become outChannels. In PyTorch: <c>torch.nn.Conv2d</c> with <c>groups=channels</c> and one with <c>kernel_size=1</c> behind it. A
/// kernel larger than its padded input gives CNN201, a stride that leaves input unread CNN202.
/// </remarks>
public sealed class SeparableConv2dAttribute : ConvolutionAttribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="outChannels">
    /// Channels of the output, at least 1 (CNN101). PyTorch's <c>out_channels</c>; those of the input follow from what is read.
    /// </param>
    /// <param name="kernel">Rows and columns of the kernel, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
    public SeparableConv2dAttribute(int outChannels, int kernel)
        : base(kernel, kernel) => OutChannels = outChannels;

    /// <summary>A kernel that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    /// <param name="outChannels">
    /// Channels of the output, at least 1 (CNN101). PyTorch's <c>out_channels</c>; those of the input follow from what is read.
    /// </param>
    public SeparableConv2dAttribute(int outChannels) => OutChannels = outChannels;

    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; }
}
