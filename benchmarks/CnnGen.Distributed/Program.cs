using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CnnGen;
using CnnGen.ModelZoo;
using CnnGen.Mpi;

// ResNet-20 on random images, on as many ranks as were started: the time of a step, and a digest of the parameters, which must not depend
// on the number of ranks.
var steps = new Option<int>("--steps") { Description = "Steps to measure, after three others.", DefaultValueFactory = _ => 10 };
var batch = new Option<int>("--batch") { Description = "Samples of a step, of all ranks together.", DefaultValueFactory = _ => 128 };
var threads = new Option<int>("--threads") { Description = "Threads of each rank.", DefaultValueFactory = _ => 1 };
var patience = new Option<double>("--patience") { Description = "Seconds to wait for another rank.", DefaultValueFactory = _ => 10 };
var load = new Option<string?>("--load") { Description = "A checkpoint to go on from." };
var save = new Option<string?>("--save") { Description = "Where to write a checkpoint after the last step." };
var die = new Option<int>("--die") { Description = "The rank that ends itself half-way, as a machine that fails.", DefaultValueFactory = _ => -1 };
var command = new RootCommand("Trains ResNet-20 on several processes and says how long a step takes.") { steps, batch, threads, patience, load, save, die };
command.SetAction(Run);
return command.Parse(args).Invoke();

int Run(ParseResult given)
{
    using Communicator communicator = Communicator.Start();
    communicator.Patience = TimeSpan.FromSeconds(given.GetValue(patience));
    try
    {
        Train(given, communicator);
        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException)
    {
        communicator.Abort(e.Message);
        return 1;
    }
}

void Train(ParseResult given, Communicator communicator)
{
    int count = given.GetValue(batch), wanted = given.GetValue(steps);
    var network = new ResNet20(seed: 1);
    using var trainer = new DistributedTrainer<ResNet20>(
        communicator, network, new Sgd(0.05f, momentum: 0.9f, weightDecay: 1e-4f), count, given.GetValue(threads));
    if (given.GetValue(load) is { } checkpoint)
    {
        trainer.LoadCheckpoint(checkpoint);
    }

    float[] images = new float[count * ResNet20.InputLength];
    int[] labels = new int[count];
    var random = new Random(1);
    var times = new List<double>();
    float loss = 0;
    for (int step = 0; step < wanted + 3; step++)
    {
        Fill(random, images, labels);
        if (communicator.Rank == given.GetValue(die) && step == wanted / 2)
        {
            Process.GetCurrentProcess().Kill();
        }

        communicator.Barrier();
        long start = Stopwatch.GetTimestamp();
        loss = trainer.Step(images, labels);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    if (given.GetValue(save) is { } path)
    {
        trainer.SaveCheckpoint(path);
    }

    if (communicator.Rank == 0)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)))[..16];
        double median = times.Skip(3).Order().ElementAt(wanted / 2);
        Console.WriteLine($"{communicator.Size} ranks, {communicator.Engine}: {median:0.0} ms a step, loss {loss:R}, parameters {digest}");
    }
}

static void Fill(Random random, float[] images, int[] labels)
{
    for (int i = 0; i < images.Length; i++)
    {
        images[i] = random.NextSingle() - 0.5f;
    }

    for (int i = 0; i < labels.Length; i++)
    {
        labels[i] = random.Next(10);
    }
}
