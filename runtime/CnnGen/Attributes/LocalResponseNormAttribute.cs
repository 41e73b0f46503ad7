namespace CnnGen;

/// <summary>x / (K + Alpha / size · Σ x²)^Beta, the sum over so many neighbouring channels.</summary>
public sealed class LocalResponseNormAttribute(int size) : LayerAttribute
{
    /// <summary>Channels of the sum.</summary>
    public int Size { get; } = size;

    /// <summary>1e-4 by default.</summary>
    public float Alpha { get; set; } = 1e-4f;

    /// <summary>0.75 by default.</summary>
    public float Beta { get; set; } = 0.75f;

    /// <summary>1 by default.</summary>
    public float K { get; set; } = 1;
}
