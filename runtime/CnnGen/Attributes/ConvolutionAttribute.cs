namespace CnnGen;

/// <summary>A convolution of any kind.</summary>
public abstract class ConvolutionAttribute : DilatedWindowAttribute
{
    private protected ConvolutionAttribute()
    {
    }

    private protected ConvolutionAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>What is read outside the input; <see cref="PaddingMode.Zeros"/> by default.</summary>
    public PaddingMode PaddingMode { get; set; }

    /// <summary>Whether a bias per output channel is added; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>Which way round the kernel is applied; <see cref="ConvMode.CrossCorrelation"/> by default.</summary>
    public ConvMode Mode { get; set; }
}
