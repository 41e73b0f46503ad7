namespace SegmentationSample;

/// <summary>What the command line asks for.</summary>
/// <param name="Steps">Training steps.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="Threads">Threads; 0 means all cores.</param>
/// <param name="Seed">Seed of the first weights and of the images.</param>
/// <param name="Output">The folder for weights and picture.</param>
public sealed record Options(int Steps, int Batch, int Threads, int Seed, string Output);
