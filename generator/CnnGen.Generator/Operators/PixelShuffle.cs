namespace CnnGen.Generator.Operators;

/// <summary>C·f²×H×W -> C×H·f×W·f: y[c, i·f + u, j·f + v] = x[c·f² + u·f + v, i, j].</summary>
internal sealed record PixelShuffle(int Factor) : Operator;
