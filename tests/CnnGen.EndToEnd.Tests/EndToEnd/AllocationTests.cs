using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>After the first call, nothing is allocated: on the calling thread or on any other. No other test runs meanwhile.</summary>
[Collection(nameof(AloneCollection))]
public class AllocationTests
{
    private const int MostSamples = 4;

    public static TheoryData<string, int> NamesAndThreads
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (NetworkCase network in Cases.Small)
            {
                data.Add(network.Name, 1);
                data.Add(network.Name, 2);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndThreads))]
    public void Predict_allocates_nothing(string name, int threads)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        compiled.Threads = threads;
        float[] input = network.Inputs(1);
        var output = new float[network.OutputLength];
        Allocation.AssertNoneAnywhere(() => compiled.Predict(input, output));
    }

    [Theory]
    [MemberData(nameof(NamesAndThreads))]
    public void PredictBatch_allocates_nothing(string name, int threads)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        compiled.Threads = threads;
        float[] inputs = network.Inputs(5);
        var outputs = new float[5 * network.OutputLength];
        Allocation.AssertNoneAnywhere(() => compiled.PredictBatch(inputs, outputs));
    }

    [Theory]
    [MemberData(nameof(NamesAndThreads))]
    public void Step_allocates_nothing(string name, int threads)
    {
        NetworkCase network = Cases.Find(name);
        int batch = Math.Min(network.Batch, MostSamples);
        ITraining training = network.CreateInitialised().Train(new Adam(1e-3f), batch, threads, network.CreateLoss());
        float[] inputs = network.Inputs(batch);
        int[] labels = network.HasLabels ? network.Labels(batch) : [];
        float[] targets = network.HasLabels ? [] : network.Targets(batch);
        Allocation.AssertNoneAnywhere(() => _ = network.HasLabels ? training.Step(inputs, labels) : training.Step(inputs, targets));
    }

    [Fact]
    public void Gradients_and_parameters_of_every_step_allocate_nothing()
    {
        NetworkCase network = Cases.Find("TinyVgg");
        ICompiled compiled = network.CreateInitialised();
        ITraining training = compiled.Train(new Sgd(0.1f), network.Batch, threads: 2);
        float[] inputs = network.Inputs(network.Batch);
        int[] labels = network.Labels(network.Batch);
        var output = new float[network.OutputLength];
        Allocation.AssertNoneAnywhere(() =>
        {
            training.ForwardBackward(inputs, labels);
            _ = training.Gradients;
            _ = training.InputGradients;
            training.ApplyGradients();
            training.Forward(inputs);
            compiled.Parameters[0] += 1;
            compiled.Predict(inputs.AsSpan(0, network.InputLength), output);
        });
    }

    [Fact]
    public void An_allocation_is_noticed()
    {
        float[] kept = [];
        TimeSpan patience = TimeSpan.FromSeconds(2);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Allocation.AssertNoneAnywhere(() => kept = new float[10], patience));
        Assert.Equal(10, kept.Length);
    }
}
