using System.Diagnostics;
using CnnGen.Runs;
using CnnGen.Samples;

namespace GradientsSample;

/// <summary>The whole run: gradients as table and picture, then what they mean for training.</summary>
public static class Sample
{
    private const int TestImages = 1000;
    private const int Lines = 6;

    /// <summary>Runs and returns the exit code.</summary>
    public static int Run(Options options, CancellationToken cancellation)
    {
        string picture = Path.Combine(UserFolders.Output(options.Output), "gradients.png");
        using var plain = new Chain<PlainChain>(new PlainChain(), options);
        using var skip = new Chain<SkipChain>(new SkipChain(), options);
        var batch = new Stripes(options.Batch, options.Seed);
        var (plainNorms, skipNorms) = (plain.GradientNorms(batch), skip.GradientNorms(batch));
        ShowTable(plainNorms, skipNorms);
        Chart.Save(picture, plainNorms, skipNorms);
        Console.WriteLine($"saved {picture}\n");
        Train(plain, skip, batch, options.Steps, cancellation);
        if (cancellation.IsCancellationRequested)
        {
            Console.WriteLine("interrupted");
            return CommandLine.Interrupted;
        }

        var test = new Stripes(TestImages, options.Seed + 1);
        Console.WriteLine($"\naccuracy on new images: {plain.Accuracy(test):0.0 %} without, {skip.Accuracy(test):0.0 %} with skips");
        return 0;
    }

    private static void ShowTable(double[] plain, double[] skip)
    {
        Console.WriteLine("norm of the gradient before training\nlayer  without skips  with skips");
        for (int layer = 0; layer < plain.Length; layer++)
        {
            Console.WriteLine($"{layer + 1,5}{plain[layer],15:0.0e+00}{skip[layer],12:0.0e+00}");
        }

        Console.WriteLine($"1/{plain.Length,-3}{plain[0] / plain[^1],15:0.0e+00}{skip[0] / skip[^1],12:0.0e+00}\n");
    }

    private static void Train(
        Chain<PlainChain> plain, Chain<SkipChain> skip, Stripes batch, int steps, CancellationToken cancellation)
    {
        var line = new LiveLine();
        var elapsed = Stopwatch.StartNew();
        int perLine = Math.Max(1, steps / Lines);
        double plainLoss = 0, skipLoss = 0;
        for (int step = 1; step <= steps && !cancellation.IsCancellationRequested; step++)
        {
            batch.Draw();
            plainLoss += plain.Step(batch);
            skipLoss += skip.Step(batch);
            line.Show($"step {step}/{steps}  {elapsed.Elapsed.TotalSeconds * (steps - step) / step:0} s left");
            if (step % perLine == 0)
            {
                line.Clear();
                Console.WriteLine(
                    $"step {step,5}/{steps}  loss {plainLoss / perLine:0.000} without, {skipLoss / perLine:0.000} with skips");
                (plainLoss, skipLoss) = (0, 0);
            }
        }

        line.Clear();
    }
}
