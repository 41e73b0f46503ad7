using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Reference;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Batches of every size, also smaller than the trainer's.</summary>
public class BatchTests
{
    private static readonly string[] Chosen = ["TinyVgg", "LeNet5", "Depthwise", "TiesOverlapSplit", "Segmentation", "ChannelsLast", "WideMlp"];

    public static TheoryData<string> Names => [.. Chosen];

    [Theory]
    [MemberData(nameof(Names))]
    public void PredictBatch_equals_Predict_for_every_count(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        foreach (int batch in (int[])[0, 1, 2, 3, 8, 9, 17])
        {
            float[] inputs = network.Inputs(batch);
            var outputs = new float[batch * network.OutputLength];
            compiled.PredictBatch(inputs, outputs);
            var single = new float[outputs.Length];
            for (int i = 0; i < batch; i++)
            {
                compiled.Predict(inputs.AsSpan(i * network.InputLength, network.InputLength),
                    single.AsSpan(i * network.OutputLength, network.OutputLength));
            }
            Assert.True(Tolerance.Error([.. single.Select(v => (double)v)], outputs) < 1e-5, $"{batch} samples");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Short_batches_have_the_gradients_of_their_samples(string name)
    {
        NetworkCase network = Cases.Find(name);
        ITraining training = network.CreateInitialised().Train(new Sgd(0.1f), batchSize: 6, threads: 1);
        training.ForwardBackward(network.Inputs(6), network.Labels(6));
        foreach (int batch in (int[])[1, 4, 6, 2])
        {
            float[] inputs = network.Inputs(batch);
            float loss = training.ForwardBackward(inputs, network.Labels(batch));
            BatchResult expected = BatchResult.OfLoss(network, batch);
            Assert.Equal(expected.Loss, loss, 1e-5 * Math.Abs(expected.Loss));
            Assert.Equal(inputs.Length, training.InputGradients.Length);
            Assert.True(Tolerance.Error(expected.InputGradients, training.InputGradients) < 1e-5);
            foreach ((string parameter, Weights weights) in network.Reference.Parameters)
            {
                double error = Tolerance.Error(weights.Gradient, network.Part(training.Gradients, parameter));
                Assert.True(error < 1e-5, $"{batch} samples, {parameter}: {error:E2}");
            }
        }
    }

    [Fact]
    public void Step_is_ForwardBackward_and_ApplyGradients()
    {
        NetworkCase network = Cases.Find("TinyVgg");
        ICompiled one = network.CreateInitialised(), two = network.CreateInitialised();
        ITraining stepping = one.Train(new Adam(1e-2f), 3, threads: 1), splitting = two.Train(new Adam(1e-2f), 3, threads: 1);
        for (int i = 0; i < 3; i++)
        {
            float loss = stepping.Step(network.Inputs(3), network.Labels(3));
            float[] before = two.Parameters.ToArray();
            Assert.Equal(loss, splitting.ForwardBackward(network.Inputs(3), network.Labels(3)));
            Tolerance.SameBits(before, two.Parameters, "parameters before ApplyGradients");
            Tolerance.SameBits(stepping.Gradients, splitting.Gradients, "gradients");
            splitting.ApplyGradients();
            Tolerance.SameBits(one.Parameters, two.Parameters, "parameters");
        }
    }

    [Fact]
    public void Predict_sees_every_step()
    {
        NetworkCase network = Cases.Find("LeNet5");
        ICompiled compiled = network.CreateInitialised();
        ICompiled fork = compiled.Fork();
        ITraining training = compiled.Train(new Sgd(0.1f), 3, threads: 1);
        float[] input = network.Inputs(1);
        for (int i = 0; i < 3; i++)
        {
            training.Step(network.Inputs(3), network.Labels(3));
            var expected = new float[network.OutputLength];
            ICompiled copy = network.Create();
            compiled.Parameters.CopyTo(copy.Parameters);
            copy.Predict(input, expected);
            AssertPredicts(compiled, expected, "the trained network");
            AssertPredicts(fork, expected, "its fork");
        }

        void AssertPredicts(ICompiled instance, float[] expected, string what)
        {
            var output = new float[network.OutputLength];
            instance.Predict(input, output);
            Tolerance.SameBits(expected, output, what);
        }
    }

    [Fact]
    public void Parameters_written_between_steps_count()
    {
        NetworkCase network = Cases.Find("TinyVgg");
        ICompiled compiled = network.Create();
        ITraining training = compiled.Train(new Sgd(0.1f), 3, threads: 1);
        training.Step(network.Inputs(3), network.Labels(3));
        network.Initialise(compiled.Parameters);
        float loss = training.ForwardBackward(network.Inputs(3), network.Labels(3));
        Assert.Equal(BatchResult.OfLoss(network, 3).Loss, loss, 1e-5);
    }
}
