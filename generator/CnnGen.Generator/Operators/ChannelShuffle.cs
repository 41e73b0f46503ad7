namespace CnnGen.Generator.Operators;

/// <summary>Transposes the channels as a matrix of <c>Groups</c> rows: y[j·groups + g] = x[g·(C / groups) + j].</summary>
internal sealed record ChannelShuffle(int Groups) : Operator;
