namespace CnnGen;

/// <summary>A window whose taps may stand apart: it extends over dilation · (kernel − 1) + 1 elements.</summary>
public abstract class DilatedWindowAttribute : WindowAttribute
{
    private protected DilatedWindowAttribute()
    {
    }

    private protected DilatedWindowAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Distance between neighbouring taps; 1 by default.</summary>
    public int Dilation { get; set; }

    /// <summary>Distance between taps down the rows.</summary>
    public int DilationHeight { get; set; }

    /// <summary>Distance between taps along the columns.</summary>
    public int DilationWidth { get; set; }
}
