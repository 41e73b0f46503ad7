namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) · weight + bias over the pixels and channels of each group of each sample. Parameters: <c>weight</c> and
/// <c>bias</c>, each [channels].
/// </summary>
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>Groups of neighbouring channels; divides the channels.</summary>
    public int Groups { get; } = groups;

    /// <summary>Added to the variance; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Whether there are weight and bias; true by default.</summary>
    public bool Affine { get; set; } = true;
}
