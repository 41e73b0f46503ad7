namespace CnnGen;

/// <summary>A window whose taps may stand apart: it extends over dilation · (kernel − 1) + 1 elements.</summary>
/// <remarks>In PyTorch: the <c>dilation</c> of <c>torch.nn.Conv2d</c> and <c>torch.nn.MaxPool2d</c>.</remarks>
public abstract class DilatedWindowAttribute : WindowAttribute
{
    private protected DilatedWindowAttribute()
    {
    }

    private protected DilatedWindowAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>
    /// Distance between neighbouring taps, in pixels, at least 1 (CNN101); 1 by default: the kernel reaches over dilation · (kernel − 1)
    /// + 1. <c>torch.nn.Conv2d(..., dilation=...)</c>.
    /// </summary>
    public int Dilation { get; set; }

    /// <summary><see cref="Dilation"/> down the rows alone.</summary>
    public int DilationHeight { get; set; }

    /// <summary><see cref="Dilation"/> along the columns alone.</summary>
    public int DilationWidth { get; set; }
}
