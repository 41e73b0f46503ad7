namespace CnnGen;

/// <summary>Height and width times a factor.</summary>
public sealed class UpsampleAttribute(int scale) : LayerAttribute
{
    /// <summary>The factor.</summary>
    public int Scale { get; } = scale;

    /// <summary><see cref="UpsampleMode.Nearest"/> by default.</summary>
    public UpsampleMode Mode { get; set; }

    /// <summary>
    /// For <see cref="UpsampleMode.Bilinear"/>: whether the centres of the corner pixels stay where they are, rather than the outer
    /// edges; false by default.
    /// </summary>
    public bool AlignCorners { get; set; }
}
