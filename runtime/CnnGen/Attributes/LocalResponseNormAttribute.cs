namespace CnnGen;

/// <summary>x / (K + Alpha / size · Σ x²)^Beta, the sum over so many neighbouring channels.</summary>
public sealed class LocalResponseNormAttribute(int size) : LayerAttribute
{
    /// <summary>Channels of the sum.</summary>
    public int Size { get; } = size;

    /// <summary>1e-4 by default.</summary>
    public double Alpha { get; set; } = 1e-4;

    /// <summary>0.75 by default.</summary>
    public double Beta { get; set; } = 0.75;

    /// <summary>1 by default.</summary>
    public double K { get; set; } = 1;
}
