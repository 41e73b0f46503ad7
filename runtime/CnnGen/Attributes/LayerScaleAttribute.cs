namespace CnnGen;

/// <summary>x times <c>weight</c> [channels].</summary>
/// <remarks>The shape stays. PyTorch has no counterpart of its own; torchvision's ConvNeXt multiplies with such a parameter.</remarks>
public sealed class LayerScaleAttribute : LayerAttribute
{
    /// <summary>What the weights begin with; 1e-6 by default.</summary>
    public double Init { get; set; } = 1e-6;
}
