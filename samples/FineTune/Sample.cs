using CnnGen;
using CnnGen.Data;
using CnnGen.Runs;
using CnnGen.Samples;
using CnnGen.Samples.ImageNet;

namespace FineTuneSample;

/// <summary>The whole run: images, training of the head, result.</summary>
public static class Sample
{
    private const int Batch = 10;
    private const float BaseRateScale = 0.01f;

    /// <summary>Runs and returns the exit code.</summary>
    public static int Run(Options options, CancellationToken cancellation)
    {
        string output = UserFolders.Output(options.Output);
        using var images = new ImageFolder(
            options.Images ?? Draw(options, output), new(3, PhotoReader.Size, PhotoReader.Size), () => new PhotoReader().Read);
        using ImageFolder readable = Readable(images);
        (Subset train, Subset test) = readable.Split(options.Validation, options.Seed);
        using var training = new DataLoader(train, Batch, new LoaderOptions
        {
            Transform = new RandomHorizontalFlip(),
            Seed = options.Seed,
        });
        using var validation = new DataLoader(test, Batch, new LoaderOptions { Sampler = Sampler.Sequential });

        PhotoClassifier network = ImageNetModel.Load<PhotoClassifier>(options.Seed);
        using var run = new TrainingRun<PhotoClassifier>(
            network, new Adam(options.LearningRate), training, validation, new RunOptions(Folder: null, options.Epochs)
            {
                Threads = options.Threads,
                Seed = options.Seed,
                Schedule = Schedule.Cosine(options.LearningRate, options.Epochs * training.BatchesPerEpoch),
            });
        ParameterGroup basis = run.Trainer.Group($"{ImageNetModel.BaseName}.*");
        basis.IsFrozen = !options.All;
        basis.LearningRateScale = BaseRateScale;
        Console.WriteLine($"{train.Count} images to train on, {test.Count} to test: {string.Join(", ", readable.ClassNames)}");

        RunResult result = run.Run(cancellation);
        if (result.Evaluation is not { } evaluation)
        {
            return CommandLine.Interrupted;
        }

        Console.WriteLine($"trained in {result.Elapsed.TotalSeconds:0.0} s\ntest accuracy: {evaluation.Confusion.Accuracy:0.0000}");
        if (result.End == RunEnd.Diverged)
        {
            return 1;
        }

        string weights = Path.Combine(output, "finetuned.safetensors");
        network.Save(weights);
        File.WriteAllLines(Path.Combine(output, "classes.txt"), readable.ClassNames);
        Console.WriteLine($"weights: {weights}");
        return 0;
    }

    private static string Draw(Options options, string output)
    {
        string folder = Path.Combine(output, "patterns");
        Patterns.Draw(folder, options.Drawn, options.Seed);
        return folder;
    }

    /// <summary>The images without damaged ones, which are named.</summary>
    private static ImageFolder Readable(ImageFolder images)
    {
        if (images.ClassNames.Count > PhotoClassifier.MaxClasses)
        {
            throw new InvalidDataException(
                $"expected at most {PhotoClassifier.MaxClasses} classes, found {images.ClassNames.Count}; "
                + "PhotoClassifier.MaxClasses allows more");
        }

        ImageFolder readable = images.WithoutUnreadable();
        foreach (string message in readable.Unreadable)
        {
            Console.Error.WriteLine($"left out: {message}");
        }

        return readable;
    }
}
