using System.CommandLine;
using Cifar10Sample;
using CnnGen.Samples;

var data = new Option<string?>("--data")
{
    HelpName = "folder",
    Description = "Folder with CIFAR-10's binary files (data_batch_1.bin, …). Without it, coloured digits are drawn.",
};
var drawn = CommandLine.Number("--drawn", 2500, 100, 1_000_000, "How many digits are drawn to train on, without --data.");
var epochs = CommandLine.Number("--epochs", 0, 0, 10_000, "Passes over the training set; 0: 160, 4 for drawn digits.");
var batch = CommandLine.Number("--batch", 0, 0, 10_000, "Samples per training step; 0: 128, 25 for drawn digits.");
var rate = CommandLine.Decimal("--rate", 0, 0, 100, "The highest learning rate; 0: 0.1, 0.03 for drawn digits.");
var cutout = new Option<bool>("--cutout") { Description = "Blot out a square of each image." };
var cutMix = new Option<bool>("--cutmix") { Description = "Let images lend each other rectangles, and labels by their share." };
var threads = CommandLine.Threads();
var seed = CommandLine.Number("--seed", 1, 0, int.MaxValue, "Seed of the first weights, of order and augmentation, and of drawn digits.");
var run = new Option<string>("--run")
{
    HelpName = "folder",
    Description = "Checkpoints, log and report go there; a run that was interrupted goes on from them.",
    DefaultValueFactory = _ => "resnet20-run",
};

var command = new RootCommand("Trains ResNet-20 on CIFAR-10, or on coloured digits that it draws.")
{
    data, drawn, epochs, batch, rate, cutout, cutMix, threads, seed, run,
};
return await CommandLine.Run(args, command, (result, cancellation) => Sample.Run(
    new Options(
        result.GetValue(data), result.GetValue(drawn), result.GetValue(epochs), result.GetValue(batch), result.GetValue(rate),
        result.GetValue(cutout), result.GetValue(cutMix), result.GetValue(threads), result.GetValue(seed),
        result.GetValue(run)!).WithDefaults(),
    cancellation));
