namespace CnnGen;

/// <summary>Height and width times a factor.</summary>
/// <param name="scale">The factor, at least 1 (CNN101). PyTorch's <c>scale_factor</c>.</param>
/// <remarks>C×H×W becomes C×(H·scale)×(W·scale). In PyTorch: <c>torch.nn.Upsample(scale_factor, mode, align_corners)</c>.</remarks>
public sealed class UpsampleAttribute(int scale) : LayerAttribute
{
    /// <summary>The factor.</summary>
    public int Scale { get; } = scale;

    /// <summary>How the pixels between pixels are made; <see cref="UpsampleMode.Nearest"/> by default. PyTorch's <c>mode</c>.</summary>
    public UpsampleMode Mode { get; set; }

    /// <summary>
    /// For <see cref="UpsampleMode.Bilinear"/>: whether the centres of the corner pixels stay where they are, rather than the outer
    /// edges; false by default. PyTorch's <c>align_corners</c>.
    /// </summary>
    public bool AlignCorners { get; set; }
}
