using System.Diagnostics;
using System.Globalization;
using CnnGen.Data;
using CnnGen.ModelZoo;

namespace CnnGen.Benchmarks;

/// <summary>How many times as fast as ResNet-20 trains one background thread makes its batches: crop, flip, cutout on 32×32.</summary>
internal static class LoadingRunner
{
    private const int Batch = 128;
    private const int Images = 10_000;
    private const int Epochs = 20;
    private const int Steps = 20;

    public static int Run()
    {
        byte[] pixels = new byte[Images * ResNet20.InputLength];
        new Random(1).NextBytes(pixels);
        var data = new ImageDataset(pixels, [.. Enumerable.Range(0, Images).Select(i => i % 10)], 3, 32, 32);
        var options = new LoaderOptions
        {
            Transform = new Compose(
                new RandomCrop(32, padding: 4), new RandomHorizontalFlip(), new Normalize([0.49f, 0.48f, 0.45f], [0.25f, 0.24f, 0.26f]),
                new Cutout(16)),
        };
        using var loader = new DataLoader(data, Batch, options);
        Read(loader, 0, 2);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        double loaded = Images * (double)Epochs / Read(loader, 2, Epochs);
        double bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / ((double)Epochs * loader.BatchesPerEpoch);
        double trained = Train(loader);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"loaded {loaded:0} images/s on one thread, {bytes:0.0} bytes allocated a batch\n"
            + $"trained {trained:0} images/s on one thread, loading beside it\nratio {loaded / trained:0.0}"));
        return 0;
    }

    private static double Read(DataLoader loader, int first, int epochs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int epoch = first; epoch < first + epochs; epoch++)
        {
            foreach (Batch batch in loader.Epoch(epoch))
            {
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Train(DataLoader loader)
    {
        using var trainer = new Trainer<ResNet20>(new ResNet20(1), new Sgd(0.1, momentum: 0.9), Batch, threads: 1);
        long start = 0;
        int steps = 0;
        foreach (Batch batch in loader.Epoch(0))
        {
            trainer.Step(batch);
            steps++;
            if (steps == 3)
            {
                start = Stopwatch.GetTimestamp();
            }

            if (steps == 3 + Steps)
            {
                break;
            }
        }

        return Batch * (double)Steps / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
