namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the pixels and channels of each group of each sample.</summary>
internal sealed record GroupNorm(int Groups, float Eps, bool Affine) : Operator;
