namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) · weight + bias over the pixels and channels of each group of each sample. Parameters: <c>weight</c> and
/// <c>bias</c>, each [channels].
/// </summary>
/// <param name="groups">Groups of neighbouring channels; divides the channels (CNN211). PyTorch's <c>num_groups</c>.</param>
/// <remarks>The shape stays. In PyTorch: <c>torch.nn.GroupNorm(num_groups, num_channels, eps, affine)</c>.</remarks>
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>Groups of neighbouring channels; divides the channels.</summary>
    public int Groups { get; } = groups;

    /// <summary>Added to the variance, at least 0 (CNN101); 1e-5 by default. PyTorch's <c>eps</c>.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether there are <c>weight</c> and <c>bias</c>; true by default. PyTorch's <c>affine</c>.</summary>
    public bool Affine { get; set; } = true;
}
