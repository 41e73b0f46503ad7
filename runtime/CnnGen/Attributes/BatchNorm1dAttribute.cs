namespace CnnGen;

/// <summary>
/// As <see cref="BatchNorm2dAttribute"/> for each feature of a vector. Parameters: <c>weight</c>, <c>bias</c>, <c>running_mean</c>,
/// <c>running_var</c>, each [features].
/// </summary>
/// <remarks>
/// The shape stays. In PyTorch: <c>torch.nn.BatchNorm1d(num_features, eps, momentum, affine)</c>. A linear layer right before it needs no
/// bias (CNN214).
/// </remarks>
public sealed class BatchNorm1dAttribute : BatchNormAttribute;
