namespace CnnGen.Generator.Operators;

/// <summary>The squared distance of a vector to the code of each class.</summary>
internal sealed record Rbf(int Classes) : Operator;
