namespace CnnGen.Generator.Operators;

/// <summary>x times a weight per channel.</summary>
internal sealed record LayerScale(float Init) : Operator;
