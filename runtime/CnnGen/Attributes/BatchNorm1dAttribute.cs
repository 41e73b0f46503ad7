namespace CnnGen;

/// <summary>
/// As <see cref="BatchNorm2dAttribute"/> for each feature of a vector. Parameters: <c>weight</c>, <c>bias</c>, <c>running_mean</c>,
/// <c>running_var</c>, each [features].
/// </summary>
public sealed class BatchNorm1dAttribute : BatchNormAttribute;
