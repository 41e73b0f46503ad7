namespace CnnGen;

/// <summary>
/// Transposed convolution: height and width become (in − 1) · stride − 2 · padding + dilation · (kernel − 1) + output padding + 1.
/// Parameters: <c>weight</c> [in, out / groups, kernel, kernel] and <c>bias</c> [out].
/// </summary>
/// <param name="outChannels">
/// Channels of the output, at least 1 (CNN101). PyTorch's <c>out_channels</c>; those of the input follow from what is read.
/// </param>
/// <param name="kernel">Rows and columns of the kernel, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
/// <remarks>
/// Channels become outChannels. In PyTorch: <c>torch.nn.ConvTranspose2d(in_channels, out_channels, kernel_size, stride, padding,
/// output_padding, groups, bias, dilation)</c>.
/// </remarks>
public sealed class ConvTranspose2dAttribute(int outChannels, int kernel) : LayerAttribute
{
    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Rows and columns of the kernel.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>
    /// Distance of the kernel's places in the output for neighbouring inputs, in pixels; 1 by default. PyTorch's <c>stride</c>.
    /// </summary>
    public int Stride { get; set; } = 1;

    /// <summary>Rows and columns taken off the output on each side; 0 by default. PyTorch's <c>padding</c>.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// Rows and columns added to the output at the bottom and the right; less than the stride or the dilation (CNN210). 0 by default.
    /// PyTorch's <c>output_padding</c>.
    /// </summary>
    public int OutputPadding { get; set; }

    /// <summary>Distance between neighbouring taps in the output; 1 by default. PyTorch's <c>dilation</c>.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Channels are split into so many groups that do not see each other (CNN204); 1 by default. PyTorch's <c>groups</c>.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias per output channel is added; true by default. PyTorch's <c>bias</c>.</summary>
    public bool Bias { get; set; } = true;
}
