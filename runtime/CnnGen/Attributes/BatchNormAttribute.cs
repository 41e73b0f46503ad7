namespace CnnGen;

/// <summary>
/// Normalisation with the statistics of a batch. A step of training needs at least two values for each channel or feature: several
/// samples, or several pixels.
/// </summary>
/// <remarks>In PyTorch: <c>torch.nn.BatchNorm2d(num_features, eps, momentum, affine)</c> and <c>torch.nn.BatchNorm1d</c>.</remarks>
public abstract class BatchNormAttribute : LayerAttribute
{
    private protected BatchNormAttribute()
    {
    }

    /// <summary>Added to the variance, at least 0 (CNN101); 1e-5 by default. PyTorch's <c>eps</c>.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>
    /// The weight of a batch in the running statistics, from 0 to 1 (CNN101): running = (1 − momentum) · running + momentum · batch; 0.1
    /// by default. PyTorch's <c>momentum</c>.
    /// </summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether there are <c>weight</c> and <c>bias</c>; true by default. PyTorch's <c>affine</c>.</summary>
    public bool Affine { get; set; } = true;
}
