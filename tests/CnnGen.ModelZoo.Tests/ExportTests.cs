using CnnGen.EndToEnd.Tests.Support;
using CnnGen.ModelZoo.Tests.Support;
using CnnGen.Tool.Tests.Export;

namespace CnnGen.ModelZoo.Tests;

/// <summary>
/// Whole networks exported to ONNX and run by ONNX Runtime: the smaller ones of the zoo, and all of it where
/// <c>CNNGEN_WHOLE_ZOO</c> is set.
/// </summary>
public class ExportTests
{
    private const double Allowed = 1e-4;
    private const int MostParameters = 3_000_000;

    public static TheoryData<string> Names => [.. Zoo.Names.Where(IsTested)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ONNX_Runtime_computes_the_same(string name)
    {
        object network = Zoo.New(name);
        ICompiled numbers = Zoo.Wrap(network);
        Dictionary<string, double[]> golden = Safetensors.Read(File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", $"{name}.safetensors")));
        ZooNumbers.Fill(name, numbers.Info, numbers.Parameters, golden["exponents"]);
        double error = OnnxComparison.Error(network, ZooNumbers.Input(name, numbers.Info));
        Assert.True(error <= Allowed, $"{name}: error {error:E2}");
    }

    private static bool IsTested(string name) =>
        Environment.GetEnvironmentVariable("CNNGEN_WHOLE_ZOO") is { Length: > 0 }
        || Zoo.Info(name).Parameters.Sum(parameter => (long)parameter.Length) <= MostParameters;
}
