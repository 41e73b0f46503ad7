using System.CommandLine;
using CnnGen.Samples;
using SegmentationSample;

var steps = CommandLine.Number("--steps", 2000, 1, 1_000_000, "Training steps.");
var batch = CommandLine.Number("--batch", 16, 1, 1000, "Images per training step.");
var threads = CommandLine.Threads();
var seed = CommandLine.Number("--seed", 1, 0, 1_000_000, "Seed of the first weights and of the images.");
var output = CommandLine.OutputFolder("Where unet.safetensors and segmentation.png are written.");

var command = new RootCommand("Trains a small U-Net to find discs, rectangles and triangles in noisy images that it draws itself.")
{
    steps, batch, threads, seed, output,
};
return await CommandLine.Run(args, command, (result, cancellation) => Sample.Run(
    new Options(
        result.GetValue(steps), result.GetValue(batch), result.GetValue(threads), result.GetValue(seed), result.GetValue(output)!),
    cancellation));
