namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) over the pixels of each channel of each sample. With <see cref="Affine"/>, times <c>weight</c> plus
/// <c>bias</c>, each [channels].
/// </summary>
public sealed class InstanceNorm2dAttribute : LayerAttribute
{
    /// <summary>Added to the variance; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Accepted as in PyTorch; without effect, because no running statistics are kept.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether there are weight and bias; false by default.</summary>
    public bool Affine { get; set; }
}
