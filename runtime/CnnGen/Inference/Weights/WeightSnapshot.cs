namespace CnnGen.Runtime;

/// <summary>Weights as predictions read them: complete, and not written to while a reader holds them.</summary>
internal sealed class WeightSnapshot
{
    /// <summary>The weights in kernel order; training goes on with a copy once they are here. Null if their memory found another use.</summary>
    public FloatBuffer? Packed { get; set; }

    /// <summary>Weights prepared for inference: normalisations folded in, or transformed. Null before the first prediction.</summary>
    public FloatBuffer? Prepared { get; set; }

    /// <summary>Whether <see cref="Prepared"/> belongs to <see cref="Packed"/>.</summary>
    public bool IsPrepared { get; set; }

    /// <summary>The store's version when the snapshot was taken.</summary>
    public long Version { get; set; }
}
