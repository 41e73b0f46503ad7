namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) over the pixels of each channel of each sample. With <see cref="Affine"/>, times <c>weight</c> plus
/// <c>bias</c>, each [channels].
/// </summary>
public sealed class InstanceNorm2dAttribute : LayerAttribute
{
    /// <summary>Added to the variance; 1e-5 by default.</summary>
    public float Eps { get; set; } = 1e-5f;

    /// <summary>Accepted as in PyTorch; without effect, because no running statistics are kept.</summary>
    public float Momentum { get; set; } = 0.1f;

    /// <summary>Whether there are weight and bias; false by default.</summary>
    public bool Affine { get; set; }
}
