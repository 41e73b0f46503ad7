namespace CnnGen.Runs;

/// <summary>What a network makes of a sample.</summary>
/// <param name="Index">The sample's number in the data set.</param>
/// <param name="Truth">Its class; of a sample with a mask -1.</param>
/// <param name="Predicted">The class with the highest score; of a sample with a mask -1.</param>
/// <param name="Loss">-log of the true class's probability; of a sample with a mask the mean over its pixels.</param>
public sealed record Prediction(int Index, int Truth, int Predicted, double Loss);
