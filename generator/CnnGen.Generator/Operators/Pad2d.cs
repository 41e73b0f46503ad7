namespace CnnGen.Generator.Operators;

/// <summary>Padding on each side; a negative count crops (zeros only).</summary>
internal sealed record Pad2d(int Top, int Left, int Bottom, int Right, PaddingMode Mode) : Operator;
