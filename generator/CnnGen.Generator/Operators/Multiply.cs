namespace CnnGen.Generator.Operators;

/// <summary>The product of tensors, element by element; a C×1×1, 1×H×W or 1×1×1 factor broadcasts.</summary>
internal sealed record Multiply : Operator;
