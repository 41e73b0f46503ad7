namespace CnnGen.Generator.Operators;

/// <summary>(x − mean) / std per channel with constants.</summary>
internal sealed record Normalize(EquatableArray<float> Mean, EquatableArray<float> Std) : Operator;
