namespace CnnGen;

/// <summary>
/// Convolution of C×H×W. Parameters: <c>weight</c> [out, in / groups, kernel height, kernel width] and <c>bias</c> [out].
/// </summary>
public sealed class Conv2dAttribute : ConvolutionAttribute
{
    /// <summary>A square kernel.</summary>
    public Conv2dAttribute(int outChannels, int kernel)
        : this(outChannels, kernel, kernel)
    {
    }

    /// <summary>A kernel of its own height and width.</summary>
    public Conv2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth) => OutChannels = outChannels;

    /// <summary>A kernel that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public Conv2dAttribute(int outChannels) => OutChannels = outChannels;

    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; }

    /// <summary>Channels are split into so many groups that do not see each other; divides both channel counts. 1 by default.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// For each output channel a bit mask of the input channels of its group that it reads (bit 0: the first); the weights of the
    /// others stay zero. All are read by default.
    /// </summary>
    public int[]? InputMasks { get; set; }

    /// <summary>How it is computed; as the network's <see cref="NetworkAttribute.Algorithm"/> says, if not written.</summary>
    public ConvAlgorithm Algorithm { get; set; }
}
