using CnnGen.Operators.Tests;

namespace CnnGen.Tool.Tests.Export;

/// <summary>Networks of this project, exported; and that together all kinds of layers are.</summary>
public class KindTests
{
    private const double Allowed = 1e-4;

    public static TheoryData<string> Names => [.. Types.Select(type => type.Name)];

    private static IEnumerable<Type> Types => typeof(RoundedUp).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(RoundedUp).Namespace && CnnGen.Tool.Networks.NetworkClass.IsNetwork(type));

    [Theory]
    [MemberData(nameof(Names))]
    public void ONNX_Runtime_computes_the_same(string name)
    {
        Type type = Types.Single(candidate => candidate.Name == name);
        object network = Activator.CreateInstance(type, 7)!;
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, 2 * Info(type).Inputs[0].Length).Select(_ => random.NextSingle() * 2 - 1)];
        double error = OnnxComparison.Error(network, inputs);
        Assert.True(error <= Allowed, $"{name}: error {error:E2}");
    }

    [Fact]
    public void Every_kind_of_layer_has_been_exported()
    {
        // Apply stands for the layers of a block.
        IEnumerable<string> attributes = typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, IsGenericType: false } && type.IsSubclassOf(typeof(LayerAttribute)))
            .Where(type => type != typeof(ApplyAttribute))
            .Select(type => type.Name[..^"Attribute".Length]);
        IEnumerable<string> exported = Types.Select(Info).Concat(OperatorNetworks.Names.Select(name => OperatorNetworks.Create(name).Info))
            .SelectMany(info => info.Layers).Select(layer => layer.Kind);
        Assert.Empty(attributes.Except(exported));
    }

    private static NetworkInfo Info(Type type) => (NetworkInfo)type.GetProperty("Info")!.GetValue(null)!;
}
