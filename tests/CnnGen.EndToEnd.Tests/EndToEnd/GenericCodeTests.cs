using CnnGen.EndToEnd.Tests.Networks;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Code that knows nothing of a network but the interfaces.</summary>
public class GenericCodeTests
{
    [Fact]
    public void A_network_is_usable_through_INetwork()
    {
        string path = Path.GetTempFileName();
        var network = new TinyVgg(3);
        network.Save(path);
        float[] scores = LoadAndPredict<TinyVgg>(path);
        var expected = new float[TinyVgg.OutputLength];
        network.Predict(new float[TinyVgg.InputLength], expected);
        Assert.Equal(expected, scores);
        File.Delete(path);
    }

    [Fact]
    public void A_network_trains_through_ITrainableNetwork()
    {
        var network = new TinyVgg(3);
        (float first, float last) = Fit(network, new float[TinyVgg.InputLength], 3);
        Assert.True(last < first / 2, $"the loss went from {first} to {last}");
    }

    [Fact]
    public void Networks_without_training_have_no_backward_pass()
    {
        Assert.DoesNotContain(typeof(InferenceOnly).GetInterfaces(), i => i.Name.StartsWith("ITrainableNetwork", StringComparison.Ordinal));
        var network = new InferenceOnly(1);
        var output = new float[InferenceOnly.OutputLength];
        network.Predict(new float[InferenceOnly.InputLength], output);
        Assert.Equal(network.Parameters[^InferenceOnly.OutputLength..].ToArray(), output);
    }

    private static float[] LoadAndPredict<T>(string path)
        where T : INetwork<T>
    {
        T network = T.Load(path);
        using FileStream stream = File.OpenRead(path);
        Assert.True(network.Parameters.SequenceEqual(T.Load(stream).Parameters));
        var input = new float[T.Info.Inputs.Sum(i => i.Length)];
        var output = new float[T.Info.Outputs.Sum(o => o.Length)];
        T fork = network.Fork();
        fork.Threads = 2;
        fork.PredictBatch(input, output);
        network.Predict(input, output);
        return output;
    }

    private static (float First, float Last) Fit<T>(T network, float[] input, int label)
        where T : ITrainableNetwork<T>
    {
        var optimizer = new Sgd(0.01f);
        var trainer = new Trainer<T>(network, optimizer, batchSize: 1);
        float first = trainer.Step(input, [label]), last = first;
        optimizer.LearningRate = 0.1f;
        for (int i = 0; i < 20; i++)
        {
            last = trainer.Step(input, [label]);
        }
        return (first, last);
    }
}

/// <summary>The output for a zero input is the bias of the last layer.</summary>
[Network(Training = false)]
[Input(4), Linear(3, Bias = false), ReLU, Linear(5)]
public sealed partial class InferenceOnly;
