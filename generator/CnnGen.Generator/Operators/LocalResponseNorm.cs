namespace CnnGen.Generator.Operators;

/// <summary>x / (k + alpha / size · Σ x²)^beta over the <c>Size</c> channels around each.</summary>
internal sealed record LocalResponseNorm(int Size, float Alpha, float Beta, float K) : Operator;
