namespace CnnGen;

/// <summary>y = W·x + b on a vector. Parameters: <c>weight</c> [out, in] and <c>bias</c> [out].</summary>
public sealed class LinearAttribute(int outFeatures) : LayerAttribute
{
    /// <summary>Features of the output.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>Whether a bias is added; true by default.</summary>
    public bool Bias { get; set; } = true;
}
