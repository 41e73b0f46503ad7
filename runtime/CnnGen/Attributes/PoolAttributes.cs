namespace CnnGen;

/// <summary>The largest element of each window, channel by channel. Padding is never the largest.</summary>
public sealed class MaxPool2dAttribute : DilatedWindowAttribute
{
    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public MaxPool2dAttribute()
    {
    }

    /// <summary>A square window.</summary>
    public MaxPool2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window of its own height and width.</summary>
    public MaxPool2dAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Which of several equal elements gets the gradient; <see cref="Ties.First"/> by default.</summary>
    public Ties Ties { get; set; }
}

/// <summary>The smallest element of each window, channel by channel. Padding is never the smallest.</summary>
public sealed class MinPool2dAttribute : DilatedWindowAttribute
{
    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public MinPool2dAttribute()
    {
    }

    /// <summary>A square window.</summary>
    public MinPool2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window of its own height and width.</summary>
    public MinPool2dAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Which of several equal elements gets the gradient; <see cref="Ties.First"/> by default.</summary>
    public Ties Ties { get; set; }
}

/// <summary>The mean of each window, channel by channel.</summary>
public sealed class AvgPool2dAttribute : WindowAttribute
{
    /// <summary>A window that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public AvgPool2dAttribute()
    {
    }

    /// <summary>A square window.</summary>
    public AvgPool2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A window of its own height and width.</summary>
    public AvgPool2dAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Whether padding counts as zeros in the mean; true by default.</summary>
    public bool CountIncludePad { get; set; } = true;
}
