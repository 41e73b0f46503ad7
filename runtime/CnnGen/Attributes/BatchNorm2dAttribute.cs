namespace CnnGen;

/// <summary>
/// (x − mean) / √(var + eps) · weight + bias for each channel; with the batch's mean and variance in training and the running ones in
/// Predict. Parameters: <c>weight</c>, <c>bias</c>, <c>running_mean</c>, <c>running_var</c>, each [channels].
/// </summary>
/// <remarks>
/// The shape stays. In PyTorch: <c>torch.nn.BatchNorm2d(num_features, eps, momentum, affine)</c>. A convolution right before it needs no
/// bias (CNN214).
/// </remarks>
public sealed class BatchNorm2dAttribute : BatchNormAttribute;
