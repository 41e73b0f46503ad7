namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias per channel; statistics of the batch in training, running ones in Predict.</summary>
internal sealed record BatchNorm2d(float Eps, float Momentum, bool Affine) : Operator;
