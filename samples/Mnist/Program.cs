using System.CommandLine;
using MnistSample;

var epochs = Number("--epochs", 10, 1, 1000, "Passes over the training set.");
var batch = Number("--batch", 64, 1, 10_000, "Samples per training step.");
var threads = Number("--threads", 0, 0, 256, "Threads; 0 means all cores. The result does not depend on it.");
var seed = Number("--seed", 1, 0, int.MaxValue, "Seed of the first weights and of the shuffling.");
var data = new Option<string?>("--data")
{
    HelpName = "folder",
    Description = "Folder with the four IDX files, plain or .gz (MNIST, Fashion-MNIST). Without it, MNIST is fetched once.",
};
var output = new Option<string?>("--output")
{
    HelpName = "file",
    Description = "Where the trained weights are saved (safetensors). [default: lenet5.safetensors]",
};

var command = new RootCommand("Trains LeNet-5, a network that exists only as attributes, on MNIST.")
{
    epochs, batch, threads, seed, data, output,
};
command.SetAction((result, cancellation) => Task.FromResult(Sample.Run(
    new Options(
        result.GetValue(epochs), result.GetValue(batch), result.GetValue(threads), result.GetValue(seed), result.GetValue(data),
        result.GetValue(output)),
    cancellation)));
var parsed = command.Parse(args);
foreach (var error in parsed.Errors)
{
    Console.Error.WriteLine(error.Message);
}

return parsed.Errors.Count > 0
    ? 2
    : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

static Option<int> Number(string name, int initial, int least, int most, string description)
{
    var option = new Option<int>(name) { HelpName = "n", Description = description, DefaultValueFactory = _ => initial };
    option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && (value < least || value > most))
        {
            result.AddError($"{name} must be between {least} and {most}, but is {value}.");
        }
    });
    return option;
}
