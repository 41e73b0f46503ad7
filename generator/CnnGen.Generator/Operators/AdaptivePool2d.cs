namespace CnnGen.Generator.Operators;

/// <summary>Pools to a given size: output row i covers input rows ⌊i·H/h⌋ to ⌈(i + 1)·H/h⌉ (excluded).</summary>
internal sealed record AdaptivePool2d(PoolKind Kind, int Height, int Width) : Operator;
