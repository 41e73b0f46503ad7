namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) · weight + bias over the channels at each pixel of C×H×W, or over all features of a vector. Parameters:
/// <c>weight</c> and <c>bias</c>, each [channels].
/// </summary>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether there are weight and bias; true by default.</summary>
    public bool Affine { get; set; } = true;
}
