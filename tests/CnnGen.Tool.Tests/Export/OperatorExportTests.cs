using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Operators.Tests;
using CnnGen.Operators.Tests.Networks;

namespace CnnGen.Tool.Tests.Export;

/// <summary>Each operator in a small network, exported and run by ONNX Runtime.</summary>
public class OperatorExportTests
{
    private const double Allowed = 1e-4;

    public static TheoryData<string> Names => [.. OperatorNetworks.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void ONNX_Runtime_computes_the_same(string name)
    {
        ICompiled numbers = OperatorNetworks.Create(name);
        object network = Filled(typeof(DepthwiseAlone).Assembly.GetType($"{typeof(DepthwiseAlone).Namespace}.{name}")!, numbers);
        double error = OnnxComparison.Error(network, OperatorNetworks.Inputs(name, numbers.Info));
        Assert.True(error <= Allowed, $"{name}: error {error:E2}");
    }

    private static object Filled(Type type, ICompiled numbers)
    {
        using var weights = new TemporaryFolder();
        numbers.Save(weights["a.safetensors"]);
        return type.GetMethod("Load", [typeof(string)])!.Invoke(null, [weights["a.safetensors"]])!;
    }
}
