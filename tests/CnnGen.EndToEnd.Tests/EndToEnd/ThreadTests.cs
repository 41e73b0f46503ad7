using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Runtime;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>The number of threads changes no bit of any result.</summary>
public class ThreadTests
{
    private static readonly int[] ThreadCounts = [2, 3, 0];

    public static TheoryData<string> Names => Cases.Names(Cases.Small);

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_does_not_depend_on_threads(string name)
    {
        SameForAll(Cases.Find(name), Predict);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PredictBatch_does_not_depend_on_threads(string name)
    {
        SameForAll(Cases.Find(name), PredictBatch);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_does_not_depend_on_threads(string name)
    {
        SameForAll(Cases.Find(name), Train);
    }

    [Fact]
    public void Threads_can_change_between_calls()
    {
        NetworkCase network = Cases.Find("LeNet5");
        ICompiled compiled = network.CreateInitialised();
        Assert.Equal(1, compiled.Threads);
        float[] expected = Predict(network, 1);
        var output = new float[network.OutputLength];
        foreach (int threads in (int[])[3, 1, 0, 2, 1])
        {
            compiled.Threads = threads;
            compiled.Predict(network.Inputs(1), output);
            Tolerance.SameBits(expected, output, $"{threads} threads");
        }
        Assert.ThrowsAny<ArgumentException>(() => compiled.Threads = -1);
        Assert.Equal(1, compiled.Threads);
    }

    [Fact]
    public void Forks_predict_at_once()
    {
        NetworkCase network = Cases.Find("TinyVgg");
        ICompiled compiled = network.CreateInitialised();
        float[] inputs = network.Inputs(8);
        var expected = new float[8 * network.OutputLength];
        for (int i = 0; i < 8; i++)
        {
            compiled.Predict(Sample(inputs, i, network.InputLength), Sample(expected, i, network.OutputLength));
        }
        var wrong = new int[4];
        var threads = Enumerable.Range(0, 4).Select(t => new Thread(() => wrong[t] = Mismatches(compiled.Fork()))).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.Equal(new int[4], wrong);

        int Mismatches(ICompiled fork)
        {
            int count = 0;
            var output = new float[network.OutputLength];
            for (int round = 0; round < 40; round++)
            {
                fork.Predict(Sample(inputs, round % 8, network.InputLength), output);
                count += Sample(expected, round % 8, network.OutputLength).SequenceEqual(output) ? 0 : 1;
            }
            return count;
        }
    }

    [Fact]
    public void Forks_share_the_parameters()
    {
        NetworkCase network = Cases.Find("LeNet5");
        ICompiled compiled = network.CreateInitialised();
        ICompiled fork = compiled.Fork();
        var before = new float[network.OutputLength];
        var after = new float[network.OutputLength];
        var ofFork = new float[network.OutputLength];
        float[] input = network.Inputs(1);
        fork.Predict(input, before);
        compiled.Parameters.Reverse();
        compiled.Predict(input, after);
        fork.Predict(input, ofFork);
        Assert.NotEqual(before, after);
        Tolerance.SameBits(after, ofFork, "the fork after the parameters changed");
        fork.Parameters.Reverse();
        compiled.Predict(input, after);
        Tolerance.SameBits(before, after, "the original after the fork's parameters changed");
    }

    /// <summary>At every width of vectors one result for any number of threads.</summary>
    private static void SameForAll(NetworkCase network, Func<NetworkCase, int, float[]> run)
    {
        foreach (VectorWidth width in VectorWidth.All)
        {
            using (VectorWidth.Use(width))
            {
                float[] expected = run(network, 1);
                foreach (int threads in ThreadCounts)
                {
                    Tolerance.SameBits(expected, run(network, threads), $"{threads} threads, {width.Bits} bits");
                }
            }
        }
    }

    private static Span<float> Sample(float[] values, int index, int length) => values.AsSpan(index * length, length);

    private static float[] Predict(NetworkCase network, int threads)
    {
        ICompiled compiled = network.CreateInitialised();
        compiled.Threads = threads;
        var output = new float[network.OutputLength];
        compiled.Predict(network.Inputs(1), output);
        return output;
    }

    private static float[] PredictBatch(NetworkCase network, int threads)
    {
        ICompiled compiled = network.CreateInitialised();
        compiled.Threads = threads;
        var outputs = new float[7 * network.OutputLength];
        compiled.PredictBatch(network.Inputs(7), outputs);
        return outputs;
    }

    /// <summary>Losses, input gradients and parameters after three steps, the last with a short batch.</summary>
    private static float[] Train(NetworkCase network, int threads)
    {
        ICompiled compiled = network.CreateInitialised();
        ITraining training = compiled.Train(new AdamW(1e-2f), batchSize: 5, threads, network.CreateLoss());
        var result = new List<float>();
        foreach (int batch in (int[])[5, 5, 3])
        {
            result.Add(network.HasLabels
                ? training.Step(network.Inputs(batch), network.Labels(batch))
                : training.Step(network.Inputs(batch), network.Targets(batch)));
            result.AddRange(training.InputGradients);
        }
        result.AddRange(compiled.Parameters);
        return [.. result];
    }
}
