using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Reference;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Compile-time facts.</summary>
public class InfoTests
{
    public static TheoryData<string> Names => Cases.Names(Cases.All);

    [Fact]
    public void Constants_of_LeNet5()
    {
        const int inputLength = LeNet5.InputLength, outputLength = LeNet5.OutputLength, parameterCount = LeNet5.ParameterCount;
        const long multiplyAdds = LeNet5.MultiplyAdds, arenaBytes = LeNet5.ArenaBytes;
        Assert.Equal(784, inputLength);
        Assert.Equal(10, outputLength);
        Assert.Equal(61_706, parameterCount);
        Assert.Equal(416_520, multiplyAdds);
        Assert.InRange(arenaBytes, 4 * 6 * 28 * 28, 100_000);
        Assert.Equal(parameterCount, new LeNet5().Parameters.Length);
        Assert.Equal(parameterCount, LeNet5.Info.Parameters.Sum(p => p.Length));
        Assert.Equal(parameterCount, LeNet5.Info.Layers.Sum(l => l.ParameterCount));
        Assert.Equal(multiplyAdds, LeNet5.Info.Layers.Sum(l => l.MultiplyAdds));
    }

    [Fact]
    public void Layers_of_LeNet5()
    {
        IReadOnlyList<LayerInfo> layers = LeNet5.Info.Layers;
        Assert.Equal(
            ["Conv2d", "Tanh", "AvgPool2d", "Conv2d", "Tanh", "AvgPool2d", "Flatten", "Linear", "Tanh", "Linear", "Tanh", "Linear"],
            layers.Select(l => l.Kind));
        Assert.Equal([5, 5, 6, 14, 14, 16], layers.Take(6).Select(l => l.ReceptiveField));
        Assert.Equal([6, 28, 28], layers[0].OutputShape);
        Assert.Equal([16, 5, 5], layers[5].OutputShape);
        Assert.Equal([400], layers[6].OutputShape);
        Assert.Equal([10], layers[11].OutputShape);
        Assert.All(layers.Where(l => l.MultiplyAdds > 0), l => Assert.NotEmpty(l.Kernel));
        Assert.Equal([1, 28, 28], LeNet5.Info.Inputs[0].Shape);
        Assert.Equal([10], LeNet5.Info.Outputs[0].Shape);
        Assert.Equal("LeNet5", LeNet5.Info.Name);
    }

    [Fact]
    public void The_table_shows_every_layer()
    {
        string table = LeNet5.Info.ToString();
        Assert.All(LeNet5.Info.Layers, layer => Assert.Contains(layer.Kind, table, StringComparison.Ordinal));
        Assert.Matches(@"6\D28\D28", table);
        Assert.Matches(@"61.?706", table);
        Assert.True(table.Split('\n').Length >= LeNet5.Info.Layers.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Info_equals_the_reference(string name)
    {
        NetworkCase network = Cases.Find(name);
        NetworkInfo info = network.Create().Info;
        IReadOnlyList<Layer> layers = network.Reference.Layers;
        Assert.Equal(layers.Select(l => l.Output.Length), info.Layers.Select(l => l.OutputShape.Aggregate(1, (a, b) => a * b)));
        Assert.Equal(layers.Select(l => $"{l.GetType().Name[..^5]}"), info.Layers.Select(l => l.Kind));
        foreach ((Layer layer, LayerInfo described) in layers.Zip(info.Layers).Where(p => p.First is not Conv2dLayer { InputMasks: not null }))
        {
            Assert.Equal(layer.MultiplyAdds, described.MultiplyAdds);
            Assert.Equal(layer.Weights.Sum(w => w.Value.Length), described.ParameterCount);
        }
        int offset = 0;
        foreach ((ParameterInfo parameter, (string expectedName, Weights weights)) in info.Parameters.Zip(network.Reference.Parameters))
        {
            Assert.Equal(expectedName, parameter.Name);
            Assert.Equal(weights.Shape, parameter.Shape);
            Assert.Equal(weights.Value.Length, parameter.Length);
            Assert.Equal(offset, parameter.Offset);
            Assert.True(parameter.IsTrainable);
            offset += parameter.Length;
        }
        Assert.Equal(offset, network.Create().Parameters.Length);
    }
}
