namespace CnnGen;

/// <summary>A layer that slides a window over C×H×W. One integer means both axes; the longer names set one axis or side.</summary>
public abstract class WindowAttribute : LayerAttribute
{
    private protected WindowAttribute()
    {
    }

    private protected WindowAttribute(int kernelHeight, int kernelWidth) => (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>Rows of the window; where the constructor takes no kernel, set by name together with <see cref="KernelWidth"/>.</summary>
    public int KernelHeight { get; set; }

    /// <summary>Columns of the window; set as <see cref="KernelHeight"/> is.</summary>
    public int KernelWidth { get; set; }

    /// <summary>Step from one window to the next; 1 by default, for pools the kernel.</summary>
    public int Stride { get; set; }

    /// <summary>Step down the rows.</summary>
    public int StrideHeight { get; set; }

    /// <summary>Step along the columns.</summary>
    public int StrideWidth { get; set; }

    /// <summary>Padding on all four sides, or <see cref="Pad.Same"/>; 0 by default.</summary>
    public int Padding { get; set; }

    /// <summary>Padding at the top and the bottom, or <see cref="Pad.Same"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>Padding at the left and the right, or <see cref="Pad.Same"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Padding above the first row.</summary>
    public int PaddingTop { get; set; }

    /// <summary>Padding below the last row.</summary>
    public int PaddingBottom { get; set; }

    /// <summary>Padding before the first column.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Padding after the last column.</summary>
    public int PaddingRight { get; set; }

    /// <summary>
    /// What becomes of rows that the stride does not reach; by default the network's <see cref="NetworkAttribute.Rounding"/>.
    /// </summary>
    public Rounding Rounding { get; set; }
}
