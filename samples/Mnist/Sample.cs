using CnnGen.Data;
using CnnGen.Runs;
using CnnGen.Samples;
using MnistSample.Display;
using MnistSample.Download;

namespace MnistSample;

/// <summary>The whole run: data, training, result, saving, loading.</summary>
public static class Sample
{
    /// <summary>Runs and returns the exit code.</summary>
    public static int Run(Options options, CancellationToken cancellation)
    {
        string output = OutputFile.Choose(options.Output);
        string folder = options.Data is { } given ? Path.GetFullPath(given) : MnistCache.Provide(cancellation);
        Console.WriteLine($"data: {folder}");
        var (training, test) = DigitData.Load(folder);
        var network = new LeNet5(options.Seed) { Threads = options.Threads };
        Console.WriteLine(LeNet5.Info);
        var result = Training.Run(network, options, training, test, cancellation);
        network.Save(output);
        if (result.End == RunEnd.Interrupted)
        {
            Console.WriteLine($"interrupted; the weights so far are in {output}");
            return CommandLine.Interrupted;
        }

        Console.WriteLine($"trained in {result.Elapsed.TotalSeconds:0.0} s");
        var evaluation = new Evaluation(test);
        var matrix = evaluation.Run(network);
        Console.WriteLine($"test accuracy: {matrix.Accuracy:0.0000}\n\n{matrix}\n");
        return CheckSaved(output, evaluation, options.Threads, test);
    }

    /// <summary>Loads what was saved; it must give the same scores, bit for bit.</summary>
    private static int CheckSaved(string output, Evaluation evaluation, int threads, ImageDataset test)
    {
        float[] before = evaluation.Scores.ToArray();
        var loaded = LeNet5.Load(output);
        loaded.Threads = threads;
        evaluation.Run(loaded);
        if (!evaluation.Scores.SequenceEqual(before))
        {
            Console.Error.WriteLine($"the network loaded from {output} predicts other scores than the one that was saved");
            return 1;
        }

        Console.WriteLine($"saved {output}; loaded again, it gives the same {before.Length} scores\n");
        Gallery.Show(test, evaluation);
        return 0;
    }
}
