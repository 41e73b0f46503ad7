namespace CnnGen;

/// <summary>x times <c>weight</c> [channels].</summary>
public sealed class LayerScaleAttribute : LayerAttribute
{
    /// <summary>What the weights begin with; 1e-6 by default.</summary>
    public double Init { get; set; } = 1e-6;
}
