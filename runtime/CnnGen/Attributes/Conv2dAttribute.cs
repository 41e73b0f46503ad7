namespace CnnGen;

/// <summary>
/// Convolution of C×H×W. Parameters: <c>weight</c> [out, in / groups, kernel height, kernel width] and <c>bias</c> [out].
/// </summary>
/// <remarks>
/// Height and width become ⌊(in + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, where padding is that of both sides, channels
/// become outChannels. In PyTorch: <c>torch.nn.Conv2d(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias,
/// padding_mode)</c>. A kernel larger than its padded input gives CNN201, a stride that leaves input unread CNN202.
/// </remarks>
public sealed class Conv2dAttribute : ConvolutionAttribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="outChannels">
    /// Channels of the output, at least 1 (CNN101). PyTorch's <c>out_channels</c>; those of the input follow from what is read.
    /// </param>
    /// <param name="kernel">Rows and columns of the kernel, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
    public Conv2dAttribute(int outChannels, int kernel)
        : this(outChannels, kernel, kernel)
    {
    }

    /// <summary>A kernel of its own height and width.</summary>
    /// <param name="outChannels">
    /// Channels of the output, at least 1 (CNN101). PyTorch's <c>out_channels</c>; those of the input follow from what is read.
    /// </param>
    /// <param name="kernelHeight">Rows of the kernel, at least 1 (CNN101).</param>
    /// <param name="kernelWidth">Columns of the kernel, at least 1 (CNN101).</param>
    public Conv2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth) => OutChannels = outChannels;

    /// <summary>A kernel that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    /// <param name="outChannels">
    /// Channels of the output, at least 1 (CNN101). PyTorch's <c>out_channels</c>; those of the input follow from what is read.
    /// </param>
    public Conv2dAttribute(int outChannels) => OutChannels = outChannels;

    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; }

    /// <summary>
    /// Channels are split into so many groups that do not see each other; divides both channel counts (CNN204). 1 by default. PyTorch's
    /// <c>groups</c>.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// For each output channel a bit mask of the input channels of its group that it reads (bit 0: the first); the weights of the others
    /// stay zero. All are read by default. PyTorch has no counterpart.
    /// </summary>
    public int[]? InputMasks { get; set; }

    /// <summary>How it is computed; by default as the network's <see cref="NetworkAttribute.Algorithm"/> says.</summary>
    public ConvAlgorithm Algorithm { get; set; }
}
