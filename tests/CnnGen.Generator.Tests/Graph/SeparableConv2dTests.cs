using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>One attribute, two nodes.</summary>
public sealed class SeparableConv2dTests
{
    [Fact]
    public void A_separable_convolution_is_a_depthwise_and_a_pointwise_one()
    {
        NetworkGraph graph = Specs.Graph(
            """[Input(4, 9, 9), SeparableConv2d(6, 3, Padding = 1, Name = "a"), ReLU, SeparableConv2d(2, 5, Bias = false)]""");
        Assert.Equal(["a.depthwise", "a.pointwise", "", "2.depthwise", "2.pointwise"], graph.Nodes.Select(node => node.Name));
        Assert.Equal(
            [
                "a.depthwise.weight [4,1,3,3]", "a.depthwise.bias [4]", "a.pointwise.weight [6,4,1,1]", "a.pointwise.bias [6]",
                "2.depthwise.weight [6,1,5,5]", "2.pointwise.weight [2,6,1,1]",
            ],
            graph.Nodes.SelectMany(node => node.Parameters).Select(parameter => $"{parameter.Name} [{string.Join(',', parameter.Shape)}]"));
        Assert.Equal([4, 1, 0, 6, 1], graph.Nodes.Select(node => node.Operator is Conv2d convolution ? convolution.Groups : 0));
        Assert.Equal([4 * 9 * 81, 24 * 81, 0, 6 * 25 * 25, 12 * 25], graph.Nodes.Select(node => node.MultiplyAdds));
        Assert.Equal([null, "a", null, null, null], graph.Values.Skip(1).Select(value => value.Name));
    }
}
