using CnnGen.EndToEnd.Tests.Support;
using CnnGen.ModelZoo.Tests.Support;

namespace CnnGen.ModelZoo.Tests;

/// <summary>Five steps of SGD with momentum on a small network of every family against PyTorch in float64 (make_small.py).</summary>
public class TrainingTests
{
    private const int Batch = 4;
    private const double Allowed = 1e-3;

    public static TheoryData<string> Names => [.. Zoo.SmallNames, "LeNet5", "LeNet5Of1998", "ResNet20", "RobotDetector"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_and_five_steps_equal_PyTorch(string name)
    {
        Dictionary<string, double[]> golden = Safetensors.Read(File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Goldens", "Small", $"{name}.safetensors")));
        int distance = (int)golden["distance"].Single();
        ICompiled network = Zoo.Create(name);
        ZooNumbers.Fill(name, network.Info, network.Parameters, new double[network.Info.Parameters.Count(ZooNumbers.IsRunningVariance)]);
        TensorInfo output = network.Info.Outputs.Single();
        int classes = output.Shape[0];
        float[] inputs = SplitMix.Uniform($"{name}/small", Batch * network.Info.Inputs[0].Length, 1);
        int[] labels = SplitMix.Labels($"{name}/labels", Batch * output.Length / classes, classes);

        ITraining training = network.Train(new Sgd(0.01f, momentum: 0.9), Batch, threads: 2);
        var losses = new List<float> { training.ForwardBackward(inputs, labels) };
        float[] gradients = Sample(network.Info.Parameters.Where(parameter => parameter.IsTrainable), training.Gradients, distance);
        Check($"{name} gradients", golden["gradients"], gradients, golden["largest"].Single());
        training.ApplyGradients();
        while (losses.Count < golden["losses"].Length)
        {
            losses.Add(training.Step(inputs, labels));
        }

        Check($"{name} losses", golden["losses"], [.. losses], golden["losses"].Max());
        float[] parameters = Sample(network.Info.Parameters, network.Parameters, distance);
        Check($"{name} parameters", golden["parameters"], parameters, golden["parameters"].Max(Math.Abs));
    }

    /// <summary>Every so many elements of the tensors in the order of their names.</summary>
    private static float[] Sample(IEnumerable<ParameterInfo> parameters, ReadOnlySpan<float> values, int distance)
    {
        var all = new List<float>();
        foreach (ParameterInfo parameter in parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            all.AddRange(values.Slice(parameter.Offset, parameter.Length));
        }

        return [.. all.Where((_, i) => i % distance == 0)];
    }

    private static void Check(string what, double[] expected, float[] actual, double largest)
    {
        Assert.Equal(expected.Length, actual.Length);
        double error = expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max() / largest;
        Assert.True(error <= Allowed, $"{what}: error {error:E2}; {Tolerance.Worst(expected, actual)}");
    }
}
