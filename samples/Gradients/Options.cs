namespace GradientsSample;

/// <summary>What the command line asks for.</summary>
/// <param name="Gain">The first weights have the standard deviation gain / √fan-in.</param>
/// <param name="Steps">Training steps after the gradients are measured.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="Threads">Threads; 0 means all cores.</param>
/// <param name="Seed">Seed of the first weights and of the images.</param>
/// <param name="Output">The folder for the picture.</param>
public sealed record Options(double Gain, int Steps, int Batch, int Threads, int Seed, string Output);
