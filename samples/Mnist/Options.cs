namespace MnistSample;

/// <summary>What the command line asks for.</summary>
/// <param name="Epochs">Passes over the training set.</param>
/// <param name="Batch">Samples per step.</param>
/// <param name="Threads">Threads; 0 means all cores.</param>
/// <param name="Seed">Seed of the first weights and of the shuffling.</param>
/// <param name="Data">A folder with the four IDX files, or null to fetch MNIST.</param>
/// <param name="Augment">Whether the digits are turned, scaled and moved a little, anew in each epoch.</param>
/// <param name="Run">A folder for checkpoints, log and report, from which a run that was interrupted goes on; null for none.</param>
/// <param name="Output">Where the weights go, or null for <c>lenet5.safetensors</c> in the working folder.</param>
public sealed record Options(int Epochs, int Batch, int Threads, int Seed, string? Data, bool Augment, string? Run, string? Output);
