namespace CnnGen.Generator.Operators;

/// <summary>The mean of each window times a weight plus a bias, both per channel.</summary>
internal sealed record Subsample2d(Window Vertical, Window Horizontal) : Operator;
