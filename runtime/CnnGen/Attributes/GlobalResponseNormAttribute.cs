namespace CnnGen;

/// <summary>
/// ConvNeXt V2's gamma · x · n + beta + x, where n is each channel's norm √Σ x² over its mean for all channels. Parameters: <c>gamma</c>
/// and <c>beta</c>, each [1, 1, 1, channels], 0 at first.
/// </summary>
/// <remarks>The shape stays. PyTorch has no counterpart; it is the layer of ConvNeXt V2.</remarks>
public sealed class GlobalResponseNormAttribute : LayerAttribute
{
    /// <summary>Added to the mean norm; 1e-6 by default.</summary>
    public double Eps { get; set; } = 1e-6;
}
