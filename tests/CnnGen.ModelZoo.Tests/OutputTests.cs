using CnnGen.EndToEnd.Tests.Support;
using CnnGen.ModelZoo.Tests.Support;

namespace CnnGen.ModelZoo.Tests;

/// <summary>Whole networks against PyTorch in float64 (Goldens/make_outputs.py).</summary>
public class OutputTests
{
    private const double Allowed = 1e-4;

    public static TheoryData<string> Names => [.. Zoo.Names];

    /// <summary>One instance serves all, because the large networks take long to fill.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_equals_PyTorch_on_one_and_two_threads_and_allocates_nothing(string name)
    {
        Dictionary<string, double[]> golden = Safetensors.Read(File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", $"{name}.safetensors")));
        ICompiled network = Zoo.Create(name);
        ZooNumbers.Fill(name, network.Info, network.Parameters, golden["exponents"]);
        float[] input = ZooNumbers.Input(name, network.Info);
        var output = new float[network.Info.Outputs.Single().Length];
        var parallel = new float[output.Length];

        network.Threads = 2;
        network.Predict(input, parallel);
        network.Threads = 1;
        Allocation.AssertNone(() => network.Predict(input, output));
        Tolerance.SameBits(output, parallel, $"{name} with two threads");
        double[] expected = golden["output"];
        int distance = (int)golden["distance"].Single();
        float[] sampled = [.. output.Where((_, i) => i % distance == 0)];
        double error = Tolerance.Error(expected, sampled);
        Assert.True(error <= Allowed, $"{name}: error {error:E2}; {Tolerance.Worst(expected, sampled)}");
    }
}
