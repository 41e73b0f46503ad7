using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Blocks, branches and batch normalisation against PyTorch.</summary>
public class GraphNetworkTests
{
    private const int Batch = 6;
    private const int Classes = 7;
    private const int Steps = 4;
    private const double Allowed = 1e-5;

    private static readonly Dictionary<string, double[]> Golden = Safetensors.Read(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", "GraphNetwork.safetensors")));

    private static float[] Inputs => SplitMix.Uniform("GraphNetwork/input", Batch * GraphNetwork.InputLength, 1);

    private static int[] Labels => SplitMix.Labels("GraphNetwork/target", Batch, Classes);

    [Fact]
    public void Predict_folds_the_running_statistics() => Check("output", Predict(Initialised()));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Loss_and_gradients_equal_PyTorch(int threads)
    {
        using var trainer = new Trainer<GraphNetwork>(Initialised(), new Sgd(0.05f), Batch, threads);
        Assert.Equal(Golden["loss"][0], trainer.ForwardBackward(Inputs, Labels), 1e-5);
        Check("gradients", trainer.Gradients);
        Check("input.gradient", trainer.InputGradients);
    }

    [Theory]
    [InlineData("sgd", 1)]
    [InlineData("sgd", 2)]
    [InlineData("adamw", 1)]
    public void Steps_move_parameters_and_running_statistics_as_PyTorch(string optimizer, int threads)
    {
        GraphNetwork network = Initialised();
        Optimizer rule = optimizer == "sgd" ? new Sgd(0.05f, 0.9f, 0.01f) : new AdamW(1e-3f, 0.9f, 0.999f, 1e-8f, 0.01f);
        using var trainer = new Trainer<GraphNetwork>(network, rule, Batch, threads);
        for (int i = 0; i < Steps; i++)
        {
            trainer.Step(Inputs, Labels);
        }

        // The biases before a batch normalisation have a true gradient of zero, which AdamW normalises: rounding alone moves them.
        Check(optimizer, network.Parameters, optimizer == "sgd" ? Allowed : 4 * 1e-3);
        Check($"{optimizer}.output", Predict(network), optimizer == "sgd" ? 1e-4 : 1e-3);
    }

    [Fact]
    public void Predict_allocates_nothing_and_forks_agree()
    {
        GraphNetwork network = Initialised();
        float[] inputs = Inputs[..GraphNetwork.InputLength];
        var output = new float[Classes];
        Allocation.AssertNone(() => network.Predict(inputs, output));
        var forked = new float[Classes];
        network.Fork().Predict(inputs, forked);
        Assert.Equal(output, forked);
    }

    private static float[] Predict(GraphNetwork network)
    {
        var outputs = new float[Batch * Classes];
        network.PredictBatch(Inputs, outputs);
        return outputs;
    }

    internal static GraphNetwork Initialised()
    {
        var network = new GraphNetwork(seed: 1);
        foreach (ParameterInfo parameter in GraphNetwork.Info.Parameters)
        {
            float[] values = SplitMix.Parameter("GraphNetwork", parameter.Name, parameter.Shape);
            float shift = parameter.Name.EndsWith("running_var", StringComparison.Ordinal) ? 1 : 0;
            Span<float> destination = network.Parameters.Slice(parameter.Offset, parameter.Length);
            for (int i = 0; i < values.Length; i++)
            {
                destination[i] = values[i] + shift;
            }
        }

        return network;
    }

    private static void Check(string name, ReadOnlySpan<float> actual, double tolerance = Allowed)
    {
        double[] expected = Golden[name];
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(expected[i] - actual[i]) / largest;
            Assert.True(error <= tolerance, $"{name}[{i}]: expected {expected[i]}, found {actual[i]}, error {error:E2} of the largest");
        }
    }
}
