namespace CnnGen;

/// <summary>
/// Normalisation with the statistics of a batch. A step of training needs at least two values for each channel or feature: several
/// samples, or several pixels.
/// </summary>
public abstract class BatchNormAttribute : LayerAttribute
{
    private protected BatchNormAttribute()
    {
    }

    /// <summary>Added to the variance; 1e-5 by default.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>The weight of a batch in the running statistics; 0.1 by default.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether there are weight and bias; true by default.</summary>
    public bool Affine { get; set; } = true;
}
