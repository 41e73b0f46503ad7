using System.CommandLine;
using CnnGen.Samples;
using MnistSample;

var epochs = CommandLine.Number("--epochs", 10, 1, 1000, "Passes over the training set.");
var batch = CommandLine.Number("--batch", 64, 1, 10_000, "Samples per training step.");
var threads = CommandLine.Threads();
var seed = CommandLine.Number("--seed", 1, 0, int.MaxValue, "Seed of the first weights and of the shuffling.");
var data = new Option<string?>("--data")
{
    HelpName = "folder",
    Description = "Folder with the four IDX files, plain or .gz (MNIST, Fashion-MNIST). Without it, MNIST is fetched once.",
};
var augment = new Option<bool>("--augment") { Description = "Turn, scale and move the digits a little, anew in each epoch." };
var run = new Option<string?>("--run")
{
    HelpName = "folder",
    Description = "Keep checkpoints, log and a report there; a run that was interrupted goes on from them.",
};
var output = new Option<string?>("--output")
{
    HelpName = "file",
    Description = "Where the trained weights are saved (safetensors). [default: lenet5.safetensors]",
};

var command = new RootCommand("Trains LeNet-5, a network that exists only as attributes, on MNIST.")
{
    epochs, batch, threads, seed, data, augment, run, output,
};
return await CommandLine.Run(args, command, (result, cancellation) => Sample.Run(
    new Options(
        result.GetValue(epochs), result.GetValue(batch), result.GetValue(threads), result.GetValue(seed), result.GetValue(data),
        result.GetValue(augment), result.GetValue(run), result.GetValue(output)),
    cancellation));
