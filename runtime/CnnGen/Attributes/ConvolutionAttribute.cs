namespace CnnGen;

/// <summary>A convolution of any kind.</summary>
/// <remarks>In PyTorch: <c>torch.nn.Conv2d</c>.</remarks>
public abstract class ConvolutionAttribute : DilatedWindowAttribute
{
    private protected ConvolutionAttribute()
    {
    }

    private protected ConvolutionAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>
    /// What is read outside the input; <see cref="PaddingMode.Zeros"/> by default. PyTorch's <c>padding_mode</c>. Reflection and wrapping
    /// reach only so far (CNN206).
    /// </summary>
    public PaddingMode PaddingMode { get; set; }

    /// <summary>
    /// Whether a bias per output channel is added; true by default. PyTorch's <c>bias</c>. Before a batch normalisation it has no effect
    /// (CNN214).
    /// </summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Which way round the kernel is applied; <see cref="ConvMode.CrossCorrelation"/> by default, as <c>torch.nn.Conv2d</c> does.
    /// </summary>
    public ConvMode Mode { get; set; }
}
