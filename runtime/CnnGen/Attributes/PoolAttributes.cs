namespace CnnGen;

/// <summary>The largest element of each window, channel by channel. Padding is never the largest.</summary>
/// <remarks>
/// Height and width become ⌊(in + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, where padding is that of both sides, channels
/// stay. In PyTorch: <c>torch.nn.MaxPool2d(kernel_size, stride, padding, dilation, ceil_mode)</c>. A stride that leaves input unread
/// gives CNN202, unless <see cref="WindowAttribute.Rounding"/> says that it is meant.
/// </remarks>
public sealed class MaxPool2dAttribute : DilatedWindowAttribute
{
    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public MaxPool2dAttribute()
    {
    }

    /// <summary>A square window.</summary>
    /// <param name="kernel">Rows and columns of the window, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
    public MaxPool2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window of its own height and width.</summary>
    /// <param name="kernelHeight">Rows of the window, at least 1 (CNN101).</param>
    /// <param name="kernelWidth">Columns of the window, at least 1 (CNN101). In PyTorch the second number is the stride (CNN215).</param>
    public MaxPool2dAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Which of several equal elements gets the gradient; <see cref="Ties.First"/> by default, as in PyTorch.</summary>
    public Ties Ties { get; set; }
}

/// <summary>The smallest element of each window, channel by channel. Padding is never the smallest.</summary>
/// <remarks>
/// Height and width become ⌊(in + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, where padding is that of both sides, channels
/// stay. PyTorch has no counterpart; it is <c>-torch.nn.MaxPool2d(...)(-x)</c>.
/// </remarks>
public sealed class MinPool2dAttribute : DilatedWindowAttribute
{
    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public MinPool2dAttribute()
    {
    }

    /// <summary>A square window.</summary>
    /// <param name="kernel">Rows and columns of the window, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
    public MinPool2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window of its own height and width.</summary>
    /// <param name="kernelHeight">Rows of the window, at least 1 (CNN101).</param>
    /// <param name="kernelWidth">Columns of the window, at least 1 (CNN101). In PyTorch the second number is the stride (CNN215).</param>
    public MinPool2dAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Which of several equal elements gets the gradient; <see cref="Ties.First"/> by default, as in PyTorch.</summary>
    public Ties Ties { get; set; }
}

/// <summary>The mean of each window, channel by channel.</summary>
/// <remarks>
/// Height and width become ⌊(in + padding − kernel) / stride⌋ + 1, where padding is that of both sides, channels
/// stay. In PyTorch: <c>torch.nn.AvgPool2d(kernel_size, stride, padding, ceil_mode, count_include_pad)</c>. A stride that leaves input
/// unread gives CNN202, unless <see cref="WindowAttribute.Rounding"/> says that it is meant.
/// </remarks>
public sealed class AvgPool2dAttribute : WindowAttribute
{
    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public AvgPool2dAttribute()
    {
    }

    /// <summary>A square window.</summary>
    /// <param name="kernel">Rows and columns of the window, at least 1 (CNN101). PyTorch's <c>kernel_size</c>.</param>
    public AvgPool2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window of its own height and width.</summary>
    /// <param name="kernelHeight">Rows of the window, at least 1 (CNN101).</param>
    /// <param name="kernelWidth">Columns of the window, at least 1 (CNN101). In PyTorch the second number is the stride (CNN215).</param>
    public AvgPool2dAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Whether padding counts as zeros in the mean; true by default. PyTorch's <c>count_include_pad</c>.</summary>
    public bool CountIncludePad { get; set; } = true;
}
