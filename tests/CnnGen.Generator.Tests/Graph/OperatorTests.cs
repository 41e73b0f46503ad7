using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Shape, parameters, multiply-adds and receptive field of each operator, as PyTorch has them.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("4, 9, 9", "DepthwiseConv2d(3)", "4×7×7", "weight [4,1,3,3] bias [4]", 4 * 9 * 49, 3)]
    [InlineData("4, 9, 9", "DepthwiseConv2d(3, Multiplier = 2, Stride = 2, Bias = false)", "8×4×4", "weight [8,1,3,3]", 8 * 9 * 16, 3)]
    [InlineData("3, 8, 8", "BatchNorm2d", "3×8×8", "weight [3] bias [3] running_mean [3] running_var [3]", 0, 1)]
    [InlineData("3, 8, 8", "BatchNorm2d(Affine = false)", "3×8×8", "running_mean [3] running_var [3]", 0, 1)]
    [InlineData("6, 8, 8", "PReLU", "6×8×8", "weight [1]", 0, 1)]
    public void An_operator_has_its_shape_and_parameters(
        string input, string layer, string shape, string parameters, long multiplyAdds, int receptiveField)
    {
        NetworkGraph graph = Specs.Graph($"[Input({input}), {layer}]", "(Rounding = Rounding.Floor)");
        Node node = Assert.Single(graph.Nodes);
        Assert.Equal(shape, graph.Values[1].Shape.ToString());
        Assert.Equal(parameters, Parameters(node, "0."));
        Assert.Equal(multiplyAdds, node.MultiplyAdds);
        Assert.Equal(receptiveField, node.ReceptiveField);
        Assert.Equal(layer.Split('(')[0], node.Kind);
    }

    [Theory]
    [InlineData("PReLU", "Constant 0.25")]
    [InlineData("BatchNorm2d", "Constant 1, Constant 0, Constant 0 fixed, Constant 1 fixed")]
    [InlineData("DepthwiseConv2d(2)", "Uniform 0.5, Uniform 0.5")]
    public void Parameters_begin_as_in_PyTorch(string layer, string expected)
    {
        NetworkGraph graph = Specs.Graph($"[Input(16, 4, 4), {layer}]");
        Assert.Equal(expected, string.Join(", ", graph.Nodes[0].Parameters.Select(parameter => FormattableString.Invariant(
            $"{parameter.Init.Kind} {parameter.Init.Value}{(parameter.IsTrainable ? "" : " fixed")}"))));
    }

    private static string Parameters(Node node, string prefix) => string.Join(' ', node.Parameters.Select(parameter =>
    {
        Assert.StartsWith(prefix, parameter.Name, StringComparison.Ordinal);
        return $"{parameter.Name[prefix.Length..]} [{string.Join(',', parameter.Shape)}]";
    }));
}
