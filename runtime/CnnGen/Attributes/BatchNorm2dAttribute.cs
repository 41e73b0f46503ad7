namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) · weight + bias for each channel; with the batch's mean and variance in training and the running ones in
/// Predict. Parameters: <c>weight</c>, <c>bias</c>, <c>running_mean</c>, <c>running_var</c>, each [channels].
/// </summary>
public sealed class BatchNorm2dAttribute : LayerAttribute
{
    /// <summary>Added to the variance; 1e-5 by default.</summary>
    public float Eps { get; set; } = 1e-5f;

    /// <summary>The weight of a batch in the running statistics; 0.1 by default.</summary>
    public float Momentum { get; set; } = 0.1f;

    /// <summary>Whether there are weight and bias; true by default.</summary>
    public bool Affine { get; set; } = true;
}
