namespace CnnGen;

/// <summary>A layer that slides a window over C×H×W. One integer means both axes; the longer names set one axis or side.</summary>
/// <remarks>
/// In PyTorch windows belong to <c>torch.nn.Conv2d</c>, <c>torch.nn.MaxPool2d</c> and so on. Height and width become ⌊(in + padding −
/// dilation · (kernel − 1) − 1) / stride⌋ + 1, where padding is that of both sides; for <see cref="CnnGen.Rounding.Ceil"/> the quotient
/// is rounded up.
/// </remarks>
public abstract class WindowAttribute : LayerAttribute
{
    private protected WindowAttribute()
    {
    }

    private protected WindowAttribute(int kernelHeight, int kernelWidth) => (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>
    /// Rows of the window, at least 1 (CNN101); where the constructor takes no kernel, set by name together with <see
    /// cref="KernelWidth"/>. The first number of PyTorch's <c>kernel_size</c>.
    /// </summary>
    public int KernelHeight { get; set; }

    /// <summary>
    /// Columns of the window; set by name as <see cref="KernelHeight"/> is. The second number of PyTorch's <c>kernel_size</c>.
    /// </summary>
    public int KernelWidth { get; set; }

    /// <summary>
    /// Step from one window to the next, in pixels, at least 1 (CNN101); 1 by default, for pools the kernel. PyTorch's <c>stride</c>. A
    /// larger one than the kernel leaves gaps (CNN213).
    /// </summary>
    public int Stride { get; set; }

    /// <summary><see cref="Stride"/> down the rows alone. The first number of PyTorch's <c>stride</c>.</summary>
    public int StrideHeight { get; set; }

    /// <summary><see cref="Stride"/> along the columns alone. The second number of PyTorch's <c>stride</c>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>
    /// Padding on all four sides, in pixels, or <see cref="Pad.Same"/>; 0 by default. PyTorch's <c>padding</c>. Too much of it gives
    /// CNN203.
    /// </summary>
    public int Padding { get; set; }

    /// <summary><see cref="Padding"/> at the top and the bottom alone. The first number of PyTorch's <c>padding</c>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary><see cref="Padding"/> at the left and the right alone. The second number of PyTorch's <c>padding</c>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Padding above the first row alone, in pixels. In PyTorch one pads before, with <c>torch.nn.ZeroPad2d</c>.</summary>
    public int PaddingTop { get; set; }

    /// <summary>Padding below the last row alone, in pixels. In PyTorch one pads before, with <c>torch.nn.ZeroPad2d</c>.</summary>
    public int PaddingBottom { get; set; }

    /// <summary>Padding before the first column alone, in pixels. In PyTorch one pads before, with <c>torch.nn.ZeroPad2d</c>.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Padding after the last column alone, in pixels. In PyTorch one pads before, with <c>torch.nn.ZeroPad2d</c>.</summary>
    public int PaddingRight { get; set; }

    /// <summary>
    /// What becomes of rows that the stride does not reach (CNN202); by default the network's <see cref="NetworkAttribute.Rounding"/>.
    /// PyTorch rounds down unless <c>ceil_mode</c> is set.
    /// </summary>
    public Rounding Rounding { get; set; }
}
