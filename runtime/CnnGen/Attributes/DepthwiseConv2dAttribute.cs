namespace CnnGen;

/// <summary>
/// Convolution of each channel by itself. Parameters: <c>weight</c> [channels · multiplier, 1, kernel, kernel] and <c>bias</c>.
/// </summary>
/// <remarks>
/// Height and width become ⌊(in + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, where padding is that of both sides, channels
/// become channels · multiplier. In PyTorch: <c>torch.nn.Conv2d(channels, channels * multiplier, kernel_size, groups=channels)</c>. A
/// kernel larger than its padded input gives CNN201, a stride that leaves input unread CNN202.
/// </remarks>
public sealed class DepthwiseConv2dAttribute : ConvolutionAttribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="kernel">Rows and columns of the kernel, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
    public DepthwiseConv2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A kernel that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public DepthwiseConv2dAttribute()
    {
    }

    /// <summary>
    /// Output channels for each input channel, at least 1 (CNN101); 1 by default. In PyTorch it follows from <c>out_channels</c>.
    /// </summary>
    public int Multiplier { get; set; } = 1;
}
