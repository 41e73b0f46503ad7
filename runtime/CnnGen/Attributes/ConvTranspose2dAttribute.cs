namespace CnnGen;

/// <summary>
/// Transposed convolution: height and width become (in − 1) · stride − 2 · padding + dilation · (kernel − 1) + output padding + 1.
/// Parameters: <c>weight</c> [in, out / groups, kernel, kernel] and <c>bias</c> [out].
/// </summary>
public sealed class ConvTranspose2dAttribute(int outChannels, int kernel) : LayerAttribute
{
    /// <summary>Channels of the output.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Rows and columns of the kernel.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Distance of the kernel's places in the output for neighbouring inputs; 1 by default.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Rows and columns taken off the output on each side; 0 by default.</summary>
    public int Padding { get; set; }

    /// <summary>Rows and columns added to the output at the bottom and the right; less than the stride or the dilation.</summary>
    public int OutputPadding { get; set; }

    /// <summary>Distance between neighbouring taps; 1 by default.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Channels are split into so many groups that do not see each other; 1 by default.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias per output channel is added; true by default.</summary>
    public bool Bias { get; set; } = true;
}
