namespace CnnGen.Generator.Operators;

/// <summary>So many channels (or features) from one on.</summary>
internal sealed record Slice(int Start, int Count) : Operator;
