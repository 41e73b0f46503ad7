using System.CommandLine;
using System.Reflection;
using CnnGen;
using CnnGen.Layers;
using CnnGen.Runtime;

var network = new Argument<string>("network") { Description = "A class of samples/ModelZoo." };
var width = new Option<int>("--width") { Description = "Bits of a vector.", DefaultValueFactory = _ => VectorWidth.Current.Bits };
var threads = new Option<int>("--threads") { Description = "Threads of Predict.", DefaultValueFactory = _ => 1 };
var training = new Option<bool>("--training") { Description = "Training steps, on one thread." };
var batch = new Option<int>("--batch") { Description = "Samples of a training step.", DefaultValueFactory = _ => 8 };

Type[] zoo = [.. typeof(Breakdown).Assembly.GetTypes().Where(IsNetwork).OrderBy(type => type.Name)];
network.Validators.Add(result => Check(
    result.AddError, zoo.Any(type => type.Name == result.GetRequiredValue(network)),
    $"network: expected one of {string.Join(", ", zoo.Select(type => type.Name))}, found {result.GetRequiredValue(network)}"));
width.Validators.Add(result => Check(
    result.AddError, VectorWidth.All.Any(each => each.Bits == result.GetRequiredValue(width)),
    $"--width: expected bits that this machine has ({string.Join(", ", VectorWidth.All.Select(each => each.Bits))}), " +
    $"found {result.GetRequiredValue(width)}"));
batch.Validators.Add(result => Check(
    result.AddError, result.GetRequiredValue(batch) > 0, $"--batch: expected 1 sample or more, found {result.GetRequiredValue(batch)}"));
threads.Validators.Add(result => Check(
    result.AddError, result.GetRequiredValue(threads) is >= 0 and <= ThreadTeam.MaxThreads,
    $"--threads: expected 0 (one for each core) to {ThreadTeam.MaxThreads}, found {result.GetRequiredValue(threads)}"));

var command = new RootCommand("What each layer of a network takes, and how near its kernel comes to the peak of the machine.")
{
    network, width, threads, training, batch,
};
command.SetAction(result =>
{
    Type type = zoo.Single(each => each.Name == result.GetRequiredValue(network));
    using IDisposable scope = VectorWidth.Use(VectorWidth.All.Single(each => each.Bits == result.GetRequiredValue(width)));
    if (result.GetRequiredValue(training))
    {
        Run(nameof(Breakdown.Training), type, result.GetRequiredValue(batch));
    }
    else
    {
        Run(nameof(Breakdown.Predict), type, result.GetRequiredValue(threads));
    }
});
return command.Parse(args).Invoke();

static bool IsNetwork(Type type) =>
    type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ITrainableNetwork<>));

static void Check(Action<string> addError, bool isGood, string message)
{
    if (!isGood)
    {
        addError(message);
    }
}

static void Run(string method, Type network, int count) =>
    typeof(Breakdown).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(network).Invoke(null, [count]);
