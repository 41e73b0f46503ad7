namespace FineTuneSample;

/// <summary>What the command line asks for.</summary>
/// <param name="Images">A folder with images in folders, one for each class, or null for patterns that are drawn.</param>
/// <param name="Drawn">How many patterns of each kind are drawn.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="LearningRate">The head's learning rate.</param>
/// <param name="Validation">The share of the images that is kept to test on.</param>
/// <param name="All">Whether the base learns, too, at a hundredth of the head's rate.</param>
/// <param name="Threads">Threads; 0 means all cores.</param>
/// <param name="Seed">Seed of the head's first weights, of order, parts and drawn patterns.</param>
/// <param name="Output">The folder that weights, names and drawn patterns go to.</param>
public sealed record Options(
    string? Images, int Drawn, int Epochs, double LearningRate, double Validation, bool All, int Threads, int Seed, string Output);
