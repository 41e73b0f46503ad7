using System.Diagnostics;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>
/// Forks that predict, a thread that looks at parameters, one that saves, and a trainer, all on the same weights: predictions belong to
/// the parameters before or after some step, and no step is lost. CNNGEN_STRESS_SECONDS makes each pair last longer.
/// </summary>
[Collection(nameof(AloneCollection))]
public class ConcurrencyTests
{
    private const int Batch = 4;
    private const int Steps = 60;
    private static readonly float[] Inputs = SplitMix.Uniform("together", Batch * SharedNetwork.InputLength, 1);
    private static readonly int[] Labels = [0, 1, 2, 3];
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("CNNGEN_STRESS_SECONDS") ?? "1", System.Globalization.CultureInfo.InvariantCulture));

    private readonly List<float[]> _parameters = [];
    private readonly List<float[]> _outputs = [];

    /// <summary>What must come out: the parameters and the prediction after each step.</summary>
    public ConcurrencyTests()
    {
        var network = new SharedNetwork(seed: 1);
        using var trainer = NewTrainer(network);
        for (int step = 0; step <= Steps; step++)
        {
            _parameters.Add(network.Parameters.ToArray());
            _outputs.Add(Predict(network));
            trainer.Step(Inputs, Labels);
        }
    }

    [Theory]
    [InlineData(nameof(PredictAll), nameof(PredictAll))]
    [InlineData(nameof(PredictAll), nameof(Look))]
    [InlineData(nameof(PredictAll), nameof(LookByName))]
    [InlineData(nameof(PredictAll), nameof(Save))]
    [InlineData(nameof(PredictAll), nameof(Train))]
    [InlineData(nameof(Look), nameof(Look))]
    [InlineData(nameof(Look), nameof(Save))]
    [InlineData(nameof(Look), nameof(Train))]
    [InlineData(nameof(LookByName), nameof(Train))]
    [InlineData(nameof(Save), nameof(Train))]
    public async Task Two_at_once(string first, string second)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            var network = new SharedNetwork(seed: 1);
            bool trains = second == nameof(Train);
            using var stop = new CancellationTokenSource();
            Task one = Start(first, network.Fork(), stop.Token);
            Task two = Start(second, network, stop.Token);
            await (trains ? two : Task.Delay(200));
            await stop.CancelAsync();
            await Task.WhenAll(one, two);
            Tolerance.SameBits(_parameters[trains ? Steps : 0], network.Parameters, "the parameters in the end");
            Assert.Equal(_outputs[trains ? Steps : 0], Predict(network));
        }
        while (clock.Elapsed < Duration);
    }

    [Fact]
    public void A_second_thread_in_the_same_instance_is_refused()
    {
        var network = new SharedNetwork(seed: 1);
        int refused = 0;
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            var clock = Stopwatch.StartNew();
            while (Volatile.Read(ref refused) == 0 && clock.Elapsed < TimeSpan.FromSeconds(10))
            {
                try
                {
                    Predict(network);
                }
                catch (InvalidOperationException error)
                {
                    Assert.Contains("Fork()", error.Message);
                    Interlocked.Increment(ref refused);
                }
            }
        });
        Assert.NotEqual(0, refused);
        Assert.Equal(_outputs[0], Predict(network));
    }

    [Fact]
    public void Two_trainers_on_one_network_at_once_are_refused_or_take_turns()
    {
        var network = new SharedNetwork(seed: 1);
        int steps = 0;
        int refused = 0;
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ =>
        {
            using var trainer = NewTrainer(network);
            for (int i = 0; i < 100; i++)
            {
                try
                {
                    trainer.Step(Inputs, Labels);
                    Interlocked.Increment(ref steps);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        });
        Assert.Equal(200, steps + refused);

        // Plain gradient descent remembers nothing: as many steps of one trainer end at the same parameters.
        var alone = new SharedNetwork(seed: 1);
        using var single = NewTrainer(alone);
        for (int i = 0; i < steps; i++)
        {
            single.Step(Inputs, Labels);
        }

        Tolerance.SameBits(alone.Parameters, network.Parameters, "the parameters of two trainers");
    }

    private static Trainer<SharedNetwork> NewTrainer(SharedNetwork network) => new(network, new Sgd(0.01f), Batch, threads: 1);

    private static float[] Predict(SharedNetwork network)
    {
        float[] output = new float[SharedNetwork.OutputLength];
        network.Predict(Inputs.AsSpan(0, SharedNetwork.InputLength), output);
        return output;
    }

    private Task Start(string what, SharedNetwork network, CancellationToken stop) => Task.Factory.StartNew(
        () =>
        {
            switch (what)
            {
                case nameof(PredictAll): PredictAll(network, stop); break;
                case nameof(Look): Look(network, stop); break;
                case nameof(LookByName): LookByName(network, stop); break;
                case nameof(Save): Save(network, stop); break;
                case nameof(Train): Train(network); break;
                default: throw new ArgumentException(what);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private void PredictAll(SharedNetwork network, CancellationToken stop)
    {
        int last = 0;
        while (!stop.IsCancellationRequested)
        {
            float[] output = Predict(network);
            int step = _outputs.FindIndex(last, expected => expected.AsSpan().SequenceEqual(output));
            Assert.True(step >= 0, $"a prediction of no step from {last} on");
            last = step;
        }
    }

    private void Look(SharedNetwork network, CancellationToken stop)
    {
        float sum = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (float parameter in network.Parameters)
            {
                sum += parameter;
            }
        }

        Assert.True(float.IsFinite(sum) || sum != 0);
    }

    private void LookByName(SharedNetwork network, CancellationToken stop)
    {
        ParameterInfo weight = SharedNetwork.Info.Parameters.Single(parameter => parameter.Name == "3.weight");
        int last = 0;
        while (!stop.IsCancellationRequested)
        {
            float[] found = network.Parameter(weight.Name).ToArray();
            last = _parameters.FindIndex(last, all => all.AsSpan(weight.Offset, weight.Length).SequenceEqual(found));
            Assert.True(last >= 0, "a parameter of no step");
        }
    }

    private void Save(SharedNetwork network, CancellationToken stop)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            int last = 0;
            do
            {
                network.Save(path);
                float[] found = SharedNetwork.Load(path).Parameters.ToArray();
                last = _parameters.FindIndex(last, all => all.AsSpan().SequenceEqual(found));
                Assert.True(last >= 0, "saved parameters of no step");
            }
            while (!stop.IsCancellationRequested);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Train(SharedNetwork network)
    {
        using var trainer = NewTrainer(network);
        for (int step = 0; step < Steps; step++)
        {
            trainer.Step(Inputs, Labels);
            if (step % 10 == 0)
            {
                Thread.Yield();
            }
        }
    }
}
