namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) · weight + bias over the channels at each pixel of C×H×W, or over all features of a vector. Parameters:
/// <c>weight</c> and <c>bias</c>, each [channels].
/// </summary>
/// <remarks>
/// The shape stays. In PyTorch: <c>torch.nn.LayerNorm(features)</c> for a vector; for C×H×W the same over the channels of each pixel, as
/// ConvNeXt permutes for it.
/// </remarks>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance, at least 0 (CNN101); 1e-5 by default. PyTorch's <c>eps</c>.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether there are <c>weight</c> and <c>bias</c>; true by default. PyTorch's <c>elementwise_affine</c>.</summary>
    public bool Affine { get; set; } = true;
}
