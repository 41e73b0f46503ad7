using CnnGen.Generator.Model;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Shape, parameters, multiply-adds and receptive field of each operator, as PyTorch has them.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("4, 9, 9", "DepthwiseConv2d(3)", "4×7×7", "weight [4,1,3,3] bias [4]", 4 * 9 * 49, 3)]
    [InlineData("4, 9, 9", "DepthwiseConv2d(3, Multiplier = 2, Stride = 2, Bias = false)", "8×4×4", "weight [8,1,3,3]", 8 * 9 * 16, 3)]
    [InlineData("4, 6, 5", "ConvTranspose2d(6, 3)", "6×8×7", "weight [4,6,3,3] bias [6]", 4 * 6 * 9 * 30, 3)]
    [InlineData("4, 6, 5", "ConvTranspose2d(6, 2, Stride = 2, Groups = 2)", "6×12×10", "weight [4,3,2,2] bias [6]", 4 * 3 * 4 * 30, 1)]
    [InlineData("1, 5, 5", "ConvTranspose2d(1, 3, Stride = 2, Padding = 1, OutputPadding = 1)", "1×10×10", "weight [1,1,3,3] bias [1]", 225, 2)]
    [InlineData("1, 5, 5", "ConvTranspose2d(1, 3, Dilation = 2, Bias = false)", "1×9×9", "weight [1,1,3,3]", 225, 5)]
    [InlineData("2, 5, 7", "FixedConv2d(3, -1, 0, 1, -2, 0, 2, -1, 0, 1)", "2×3×5", "", 2 * 6 * 15, 3)]
    [InlineData("2, 5, 7", "FixedConv2d(2, 1, 1, 1, 1, Scale = 0.25f, Padding = Pad.Same)", "2×5×7", "", 2 * 4 * 35, 2)]
    [InlineData("2, 8, 6", "AdaptiveAvgPool2d(1)", "2×1×1", "", 0, 8)]
    [InlineData("2, 8, 6", "AdaptiveMaxPool2d(3, 4)", "2×3×4", "", 0, 4)]
    [InlineData("2, 7, 7", "AdaptiveAvgPool2d(3, 3)", "2×3×3", "", 0, 3)]
    [InlineData("2, 2, 2", "AdaptiveAvgPool2d(5)", "2×5×5", "", 0, 2)]
    [InlineData("3, 8, 8", "Subsample2d(2)", "3×4×4", "weight [3] bias [3]", 0, 2)]
    [InlineData("84", "Rbf(10)", "10", "weight [10,84]", 840, 1)]
    [InlineData("3, 8, 8", "BatchNorm2d", "3×8×8", "weight [3] bias [3] running_mean [3] running_var [3]", 0, 1)]
    [InlineData("3, 8, 8", "BatchNorm2d(Affine = false)", "3×8×8", "running_mean [3] running_var [3]", 0, 1)]
    [InlineData("10", "BatchNorm1d", "10", "weight [10] bias [10] running_mean [10] running_var [10]", 0, 1)]
    [InlineData("3, 8, 8", "InstanceNorm2d", "3×8×8", "", 0, 8)]
    [InlineData("3, 8, 8", "InstanceNorm2d(Affine = true)", "3×8×8", "weight [3] bias [3]", 0, 8)]
    [InlineData("3, 8, 8", "LayerNorm(Eps = 1e-6f)", "3×8×8", "weight [3] bias [3]", 0, 1)]
    [InlineData("10", "LayerNorm", "10", "weight [10] bias [10]", 0, 1)]
    [InlineData("6, 8, 8", "GroupNorm(3)", "6×8×8", "weight [6] bias [6]", 0, 8)]
    [InlineData("6, 8, 8", "GroupNorm(2, Affine = false)", "6×8×8", "", 0, 8)]
    [InlineData("6, 8, 8", "LocalResponseNorm(5)", "6×8×8", "", 0, 1)]
    [InlineData("6, 8, 8", "GlobalResponseNorm", "6×8×8", "gamma [1,1,1,6] beta [1,1,1,6]", 0, 8)]
    [InlineData("6, 8, 8", "LayerScale", "6×8×8", "weight [6]", 0, 1)]
    [InlineData("6, 8, 8", "DropPath(0.1f)", "6×8×8", "", 0, 1)]
    [InlineData("6, 8, 8", "PReLU", "6×8×8", "weight [1]", 0, 1)]
    [InlineData("6, 8, 8", "PReLU(PerChannel = true)", "6×8×8", "weight [6]", 0, 1)]
    [InlineData("10", "PReLU(PerChannel = true)", "10", "weight [10]", 0, 1)]
    [InlineData("6, 8, 9", "Upsample(2)", "6×16×18", "", 0, 1)]
    [InlineData("6, 8, 9", "Upsample(3, Mode = UpsampleMode.Bilinear, AlignCorners = true)", "6×24×27", "", 0, 2)]
    [InlineData("12, 4, 5", "PixelShuffle(2)", "3×8×10", "", 0, 1)]
    [InlineData("12, 4, 5", "ChannelShuffle(3)", "12×4×5", "", 0, 1)]
    [InlineData("12, 4, 5", "Slice(4, 8)", "8×4×5", "", 0, 1)]
    [InlineData("12", "Slice(0, 5)", "5", "", 0, 1)]
    [InlineData("2, 4, 5", "Pad2d(1)", "2×6×7", "", 0, 1)]
    [InlineData("2, 4, 5", "Pad2d(1, 2, -1, 4)", "2×7×8", "", 0, 1)]
    [InlineData("2, 4, 5", "CenterCrop2d(3, 5)", "2×3×5", "", 0, 1)]
    [InlineData("2, 4, 5", "Normalize(new[] { 0.5f, 1f }, new[] { 1f, 2f })", "2×4×5", "", 0, 1)]
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
    [InlineData("PReLU(PerChannel = true)", "Constant 0.25")]
    [InlineData("LayerScale", "Constant 1E-06")]
    [InlineData("LayerScale(Init = 0.5f)", "Constant 0.5")]
    [InlineData("BatchNorm2d", "Constant 1, Constant 0, Constant 0 fixed, Constant 1 fixed")]
    [InlineData("GlobalResponseNorm", "Constant 0, Constant 0")]
    [InlineData("Subsample2d(2)", "Constant 1, Constant 0")]
    [InlineData("ConvTranspose2d(16, 2, Groups = 4)", "Uniform 0.25, Uniform 0.25")]
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
