namespace Cifar10Sample;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with CIFAR-10's binary files, or null for digits that are drawn.</param>
/// <param name="Drawn">How many digits are drawn to train on.</param>
/// <param name="Epochs">Passes over the training set.</param>
/// <param name="Batch">Samples per step.</param>
/// <param name="LearningRate">The highest learning rate.</param>
/// <param name="Cutout">Whether a square of each image is blotted out.</param>
/// <param name="CutMix">Whether images lend each other rectangles.</param>
/// <param name="Threads">Threads; 0 means all cores.</param>
/// <param name="Seed">Seed of the first weights, of order and augmentation, and of the drawn digits.</param>
/// <param name="Run">The folder of checkpoints, log and report.</param>
public sealed record Options(
    string? Data, int Drawn, int Epochs, int Batch, double LearningRate, bool Cutout, bool CutMix, int Threads, int Seed, string Run)
{
    /// <summary>With usual numbers where none were asked for: those of the paper for CIFAR-10, others for a few digits.</summary>
    public Options WithDefaults() => this with
    {
        Epochs = Epochs > 0 ? Epochs : Data is null ? 4 : 160,
        Batch = Batch > 0 ? Batch : Data is null ? 25 : 128,
        LearningRate = LearningRate > 0 ? LearningRate : Data is null ? 0.03 : 0.1,
    };
}
