namespace CnnGen.Runs;

/// <summary>How well a network does on samples that it was not trained on.</summary>
/// <param name="Confusion">What was taken for what: by sample, or with masks by pixel.</param>
/// <param name="Loss">The mean of -log of the true class's probability.</param>
/// <param name="TopFive">The share whose true class is among the five highest scores; 1 with up to five classes.</param>
/// <param name="Worst">The samples with the highest loss, the worst first.</param>
public sealed record Evaluation(ConfusionMatrix Confusion, double Loss, double TopFive, IReadOnlyList<Prediction> Worst);
