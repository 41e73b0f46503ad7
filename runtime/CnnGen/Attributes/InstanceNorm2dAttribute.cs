namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) over the pixels of each channel of each sample. With <see cref="Affine"/>, times <c>weight</c> plus
/// <c>bias</c>, each [channels].
/// </summary>
/// <remarks>
/// The shape stays. In PyTorch: <c>torch.nn.InstanceNorm2d(num_features, eps, momentum, affine)</c>. One pixel a channel has no variance
/// (CNN216).
/// </remarks>
public sealed class InstanceNorm2dAttribute : LayerAttribute
{
    /// <summary>Added to the variance, at least 0 (CNN101); 1e-5 by default. PyTorch's <c>eps</c>.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Accepted as in PyTorch, 0.1 by default; without effect, because no running statistics are kept.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether there are <c>weight</c> and <c>bias</c>; false by default. PyTorch's <c>affine</c>.</summary>
    public bool Affine { get; set; }
}
