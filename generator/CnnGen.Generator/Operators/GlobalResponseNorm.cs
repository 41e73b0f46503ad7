namespace CnnGen.Generator.Operators;

/// <summary>gamma · x · n + beta + x with n = g / (mean of g over the channels + eps) and g = √Σ x² over each channel's pixels.</summary>
internal sealed record GlobalResponseNorm(float Eps) : Operator;
