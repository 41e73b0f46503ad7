namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the pixels of each channel of each sample.</summary>
internal sealed record InstanceNorm2d(float Eps, bool Affine) : Operator;
