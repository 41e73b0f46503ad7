namespace CnnGen.Generator.Operators;

/// <summary>The sum of tensors of one shape.</summary>
internal sealed record Add : Operator;
