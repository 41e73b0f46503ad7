namespace CnnGen.Runs;

/// <summary>What the scores of a sample, or of a pixel, say of its true class.</summary>
/// <param name="Predicted">The class with the highest score, the first of several.</param>
/// <param name="Rank">How many classes come before the true one.</param>
/// <param name="Loss">-log of the true class's probability.</param>
internal readonly record struct ScoreSummary(int Predicted, int Rank, double Loss);
