using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests;

/// <summary>Each operator in a small network against PyTorch in float64 (Goldens/make_goldens.py).</summary>
public class OperatorTests
{
    private const double Allowed = 1e-5;

    public static TheoryData<string> Names => [.. OperatorNetworks.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_equals_PyTorch(string name)
    {
        ICompiled network = OperatorNetworks.Create(name);
        float[] inputs = OperatorNetworks.Inputs(name, network.Info);
        int inputLength = network.Info.Inputs[0].Length;
        int outputLength = OperatorNetworks.OutputLength(network.Info);
        var outputs = new float[OperatorNetworks.Batch * outputLength];
        for (int i = 0; i < OperatorNetworks.Batch; i++)
        {
            network.Predict(inputs.AsSpan(i * inputLength, inputLength), outputs.AsSpan(i * outputLength, outputLength));
        }

        Check(name, "output", outputs);
        network.Threads = 3;
        var together = new float[outputs.Length];
        network.PredictBatch(inputs, together);
        Tolerance.SameBits(outputs, together, $"{name} PredictBatch with three threads");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_allocates_nothing(string name)
    {
        ICompiled network = OperatorNetworks.Create(name);
        float[] input = OperatorNetworks.Inputs(name, network.Info)[..network.Info.Inputs[0].Length];
        var output = new float[OperatorNetworks.OutputLength(network.Info)];
        Allocation.AssertNone(() => network.Predict(input, output));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_equal_PyTorch(string name)
    {
        ICompiled network = OperatorNetworks.Create(name);
        ITraining training = network.Train(new Sgd(0.1f), OperatorNetworks.Batch, threads: 1);
        Check(name, "training.output", training.Forward(OperatorNetworks.Inputs(name, network.Info)));
        training.Backward(OperatorNetworks.OutputGradients(name, network.Info));
        Check(name, "input.gradient", training.InputGradients);
        Dictionary<string, double[]> golden = Golden(name);
        IEnumerable<string> gradients = golden.Keys.Where(key => key.StartsWith("gradient:", StringComparison.Ordinal));
        Assert.Equal(
            gradients.Select(key => key[9..]).Order(StringComparer.Ordinal),
            network.Info.Parameters.Where(p => p.IsTrainable).Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (ParameterInfo parameter in network.Info.Parameters.Where(p => p.IsTrainable))
        {
            Check(name, $"gradient:{parameter.Name}", training.Gradients.Slice(parameter.Offset, parameter.Length));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_do_not_change_a_bit(string name)
    {
        float[][] results = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            ICompiled network = OperatorNetworks.Create(name);
            ITraining training = network.Train(new Sgd(0.1f), OperatorNetworks.Batch, threads);
            float[] output = training.Forward(OperatorNetworks.Inputs(name, network.Info)).ToArray();
            training.Backward(OperatorNetworks.OutputGradients(name, network.Info));
            training.ApplyGradients();
            return (float[])[.. output, .. training.InputGradients, .. network.Parameters];
        })];
        Tolerance.SameBits(results[0], results[1], $"{name}, two threads");
        Tolerance.SameBits(results[0], results[2], $"{name}, three threads");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_update_does_not_change_the_input_gradients(string name)
    {
        float[][] results = [.. new[] { false, true }.Select(updates =>
        {
            ICompiled network = OperatorNetworks.Create(name);
            ITraining training = network.Train(new Sgd(0.1f), OperatorNetworks.Batch, threads: 1);
            training.Forward(OperatorNetworks.Inputs(name, network.Info));
            training.Backward(OperatorNetworks.OutputGradients(name, network.Info));
            if (updates)
            {
                training.ApplyGradients();
            }

            return training.InputGradients.ToArray();
        })];
        Tolerance.SameBits(results[0], results[1], $"{name}, input gradients before and after the update");
    }

    private static Dictionary<string, double[]> Golden(string name) => Safetensors.Read(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", $"{name}.safetensors")));

    private static void Check(string name, string tensor, ReadOnlySpan<float> actual)
    {
        double[] expected = Golden(name)[tensor];
        double error = Tolerance.Error(expected, actual);
        Assert.True(error <= Allowed, $"{name} {tensor}: error {error:E2}; {Tolerance.Worst(expected, actual.ToArray())}");
    }
}
