using System.CommandLine;
using CnnGen.Samples;
using GradientsSample;

var gain = CommandLine.Decimal("--gain", 0.577, 0.01, 10, "Scale of the first weights: 1 is Xavier's rule, 0.577 PyTorch's default.");
var steps = CommandLine.Number("--steps", 120, 0, 1_000_000, "Training steps after the gradients are measured.");
var batch = CommandLine.Number("--batch", 32, 1, 10_000, "Images per training step.");
var threads = CommandLine.Threads();
var seed = CommandLine.Number("--seed", 1, 0, int.MaxValue, "Seed of the first weights and of the images.");
var output = CommandLine.OutputFolder("Where gradients.png is written.");

var command = new RootCommand("Shows how gradients vanish in a deep chain of tanh layers, and how skip connections keep them.")
{
    gain, steps, batch, threads, seed, output,
};
return await CommandLine.Run(args, command, (result, cancellation) => Sample.Run(
    new Options(
        result.GetValue(gain), result.GetValue(steps), result.GetValue(batch), result.GetValue(threads), result.GetValue(seed),
        result.GetValue(output)!),
    cancellation));
