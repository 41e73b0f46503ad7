namespace CnnGen;

/// <summary>
/// Convolution of each channel by itself. Parameters: <c>weight</c> [channels · multiplier, 1, kernel, kernel] and <c>bias</c>.
/// </summary>
public sealed class DepthwiseConv2dAttribute : ConvolutionAttribute
{
    /// <summary>A square kernel.</summary>
    public DepthwiseConv2dAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A kernel that <see cref="WindowAttribute.KernelHeight"/> and <see cref="WindowAttribute.KernelWidth"/> set.</summary>
    public DepthwiseConv2dAttribute()
    {
    }

    /// <summary>Output channels for each input channel; 1 by default.</summary>
    public int Multiplier { get; set; } = 1;
}
