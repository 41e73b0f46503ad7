using CnnGen;
using CnnGen.Data;
using CnnGen.Runs;

namespace MnistSample;

/// <summary>Trains LeNet-5 with Adam and a cosine learning rate.</summary>
public static class Training
{
    private const float LearningRate = 2e-3f;
    private const int TestBatch = 500;
    private static readonly Normalize Normalize = new(DigitData.Mean, DigitData.Deviation);

    /// <summary>What <c>--augment</c> does to a digit: no flips, which would make others of them.</summary>
    private static readonly Transform Augmentation =
        new RandomAffine(10) { TranslateX = 0.1, TranslateY = 0.1, ScaleFrom = 0.9, ScaleTo = 1.1 };

    /// <summary>Runs all epochs, or until it is cancelled.</summary>
    public static RunResult Run(LeNet5 network, Options options, ImageDataset training, ImageDataset test, CancellationToken cancellation)
    {
        using var trainingLoader = new DataLoader(training, options.Batch, new LoaderOptions
        {
            Transform = options.Augment ? new Compose(Augmentation, Normalize) : Normalize,
            Seed = options.Seed,
        });
        using var testLoader = new DataLoader(test, TestBatch, new LoaderOptions { Sampler = Sampler.Sequential, Transform = Normalize });
        var runOptions = new RunOptions(options.Run, options.Epochs)
        {
            Threads = options.Threads,
            Schedule = Schedule.Cosine(LearningRate, options.Epochs * trainingLoader.BatchesPerEpoch),
        };
        using var run = new TrainingRun<LeNet5>(network, new Adam(LearningRate), trainingLoader, testLoader, runOptions);
        return run.Run(cancellation);
    }
}
