namespace CnnGen;

/// <summary>C·f²×H×W to C×(H·f)×(W·f): each f² channels become a square of pixels.</summary>
public sealed class PixelShuffleAttribute(int factor) : LayerAttribute
{
    /// <summary>The factor f.</summary>
    public int Factor { get; } = factor;
}
