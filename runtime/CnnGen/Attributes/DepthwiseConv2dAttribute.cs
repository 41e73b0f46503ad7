namespace CnnGen;

/// <summary>
/// Convolution of each channel by itself. Parameters: <c>weight</c> [channels · multiplier, 1, kernel, kernel] and <c>bias</c>.
/// </summary>
public sealed class DepthwiseConv2dAttribute(int kernel) : ConvolutionAttribute(kernel, kernel)
{
    /// <summary>Output channels for each input channel; 1 by default.</summary>
    public int Multiplier { get; set; } = 1;
}
