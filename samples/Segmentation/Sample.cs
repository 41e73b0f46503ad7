using CnnGen.Samples;
using SegmentationSample.Drawing;

namespace SegmentationSample;

/// <summary>The whole run: training, result, weights, picture.</summary>
public static class Sample
{
    private const int HeldOut = 200;

    /// <summary>Runs and returns the exit code.</summary>
    public static int Run(Options options, CancellationToken cancellation)
    {
        string folder = UserFolders.Output(options.Output);
        string weights = Path.Combine(folder, "unet.safetensors");
        string picture = Path.Combine(folder, "segmentation.png");
        var network = new UNet(options.Seed) { Threads = options.Threads };
        Console.WriteLine(UNet.Info);

        // Images are numbered: the first ones are held out, training draws the following ones.
        var heldOut = new Evaluation(new ShapeImages(HeldOut).Draw(options.Seed));
        var elapsed = new TrainingRun(network, options, heldOut).Run(options.Seed + HeldOut, cancellation);
        network.Save(weights);
        double meanOverlap = heldOut.Run(network);
        Gallery.Save(picture, heldOut);
        if (cancellation.IsCancellationRequested)
        {
            Console.WriteLine($"interrupted; the weights so far are in {weights}, their predictions in {picture}");
            return CommandLine.Interrupted;
        }

        Console.WriteLine($"trained in {elapsed.TotalSeconds:0.0} s\n\nintersection over union on {HeldOut} held-out images");
        foreach (var (name, overlap) in ShapeClasses.Names.Zip(heldOut.Overlaps))
        {
            Console.WriteLine($"{name,-12}{overlap:0.000}");
        }

        Console.WriteLine($"{"mean",-12}{meanOverlap:0.000}\n\nsaved {weights}\nsaved {picture}");
        return 0;
    }
}
