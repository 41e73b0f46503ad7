namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / √(var + eps) · weight + bias over the channels at each pixel, or over a vector's features.</summary>
internal sealed record LayerNorm(float Eps, bool Affine) : Operator;
