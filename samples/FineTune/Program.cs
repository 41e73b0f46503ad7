using System.CommandLine;
using CnnGen.Samples;
using FineTuneSample;

var images = new Option<string?>("--images")
{
    HelpName = "folder",
    Description = "Folder with PNG and JPEG files in folders, one for each class. Without it, patterns of four kinds are drawn.",
};
var drawn = CommandLine.Number("--drawn", 20, 4, 10_000, "How many patterns of each kind are drawn, without --images.");
var epochs = CommandLine.Number("--epochs", 8, 1, 10_000, "Passes over the training images.");
var rate = CommandLine.Decimal("--rate", 0.003, 1e-9, 10, "The head's learning rate.");
var validation = CommandLine.Decimal("--validation", 0.25, 0.01, 0.99, "The share of the images that is kept to test on.");
var all = new Option<bool>("--all") { Description = "Let the base learn, too, at a hundredth of the head's rate." };
var threads = CommandLine.Threads();
var seed = CommandLine.Number("--seed", 1, 0, int.MaxValue, "Seed of the head's first weights, of order, parts and drawn patterns.");
var output = CommandLine.OutputFolder("Weights, names of classes and drawn patterns go there.");

var command = new RootCommand("Puts a new head on ResNet-18 with ImageNet's weights, and trains it on a few images.")
{
    images, drawn, epochs, rate, validation, all, threads, seed, output,
};
return await CommandLine.Run(args, command, (result, cancellation) => Sample.Run(
    new(
        result.GetValue(images), result.GetValue(drawn), result.GetValue(epochs), result.GetValue(rate), result.GetValue(validation),
        result.GetValue(all), result.GetValue(threads), result.GetValue(seed), result.GetValue(output)!),
    cancellation));
