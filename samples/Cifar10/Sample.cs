using CnnGen;
using CnnGen.Data;
using CnnGen.ModelZoo;
using CnnGen.Runs;
using CnnGen.Samples;

namespace Cifar10Sample;

/// <summary>The whole run: data, training, result.</summary>
public static class Sample
{
    private const int TestBatch = 250;
    private const int CutoutSize = 16;

    private static readonly Normalize Normalize = new([0.4914f, 0.4822f, 0.4465f], [0.2470f, 0.2435f, 0.2616f]);

    /// <summary>Runs and returns the exit code.</summary>
    public static int Run(Options options, CancellationToken cancellation)
    {
        (ImageDataset train, ImageDataset test) = options.Data is { } folder ? Cifar.Load10(folder) : ColouredDigits.Draw(options);
        using var training = new DataLoader(train, options.Batch, new LoaderOptions
        {
            Transform = Augmentation(options),
            Mixing = options.CutMix ? new CutMix() : null,
            Seed = options.Seed,
            DropLast = train.Count >= options.Batch,
        });
        using var validation = new DataLoader(test, TestBatch, new LoaderOptions { Sampler = Sampler.Sequential, Transform = Normalize });

        // He et al., 2015, but for the cosine in place of two steps, and Nesterov's momentum.
        int steps = options.Epochs * training.BatchesPerEpoch;
        var schedule = Schedule.Cosine(options.LearningRate, steps, warmUpSteps: Math.Min(training.BatchesPerEpoch, steps / 5));
        var optimizer = new Sgd(options.LearningRate, momentum: 0.9, weightDecay: 5e-4, nesterov: true);
        var runOptions = new RunOptions(options.Run, options.Epochs)
        {
            Threads = options.Threads,
            Seed = options.Seed,
            Schedule = schedule,
        };
        Console.WriteLine($"{train.Count} images to train on, {test.Count} to test; {ResNet20.ParameterCount} parameters");
        using var run = new TrainingRun<ResNet20>(new ResNet20(options.Seed), optimizer, training, validation, runOptions);
        return Report(run.Run(cancellation), Path.GetFullPath(options.Run));
    }

    /// <summary>The usual one for CIFAR-10. A digit's mirror image is none, so drawn ones are not mirrored.</summary>
    private static Compose Augmentation(Options options)
    {
        List<Transform> steps = [new RandomCrop(32, padding: 4)];
        if (options.Data is not null)
        {
            steps.Add(new RandomHorizontalFlip());
        }

        steps.Add(Normalize);
        if (options.Cutout)
        {
            steps.Add(new Cutout(CutoutSize));
        }

        return new Compose([.. steps]);
    }

    private static int Report(RunResult result, string folder)
    {
        if (result.Evaluation is not { } evaluation)
        {
            Console.WriteLine($"interrupted; the same command goes on from {folder}");
            return CommandLine.Interrupted;
        }

        Console.WriteLine($"trained in {result.Elapsed.TotalSeconds:0.0} s");
        Console.WriteLine($"test accuracy: {evaluation.Confusion.Accuracy:0.0000}\n\n{evaluation.Confusion}\n");
        Console.WriteLine($"best weights, of epoch {result.BestEpoch}: {result.BestWeights}");
        Console.WriteLine($"report: {Path.Combine(folder, "report.html")}");
        return result.End == RunEnd.Diverged ? 1 : 0;
    }
}
