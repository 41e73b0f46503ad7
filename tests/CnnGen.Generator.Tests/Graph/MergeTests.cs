using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Layers of several inputs.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("""Conv2d(4, 1, From = "a"), Add("a")""", "3 1")]
    [InlineData("""Conv2d(4, 1, From = "a"), Add("a", From = Graph.Input)""", "0 1")]
    [InlineData("""ReLU, Add("a", "b", Graph.Input)""", "1 2 0")]
    [InlineData("""ReLU, Multiply("a", "a")""", "1 1")]
    [InlineData("""Multiply("a")""", "2 1")]
    [InlineData("""Concat("b", "a", "b")""", "2 1 2")]
    public void Merging_layers_read_the_previous_output_or_their_names(string layers, string inputs)
    {
        GraphResult result = GraphBuilder.Build(Specs.Parse(Check.Network(
            $"[Input(4, 8, 8), Conv2d(4, 1, Name = \"a\"), Conv2d(4, 1, Name = \"b\"), {layers}]")));
        Assert.Equal(inputs, string.Join(' ', result.Graph!.Nodes[^1].Inputs));
    }

    [Theory]
    [InlineData("4, 8, 8", "Conv2d(4, 1, Name = \"a\"), Multiply(Graph.Input)", "4×8×8")]
    [InlineData("4, 8, 8", "AvgPool2d(8), Multiply(Graph.Input)", "4×8×8")]
    [InlineData("4, 8, 8", "Conv2d(1, 1), Multiply(Graph.Input)", "4×8×8")]
    [InlineData("4, 8, 8", "Conv2d(1, 8), Multiply(Graph.Input)", "4×8×8")]
    [InlineData("4, 8, 8", "Conv2d(3, 1, Name = \"a\"), Concat(Graph.Input, \"a\")", "7×8×8")]
    [InlineData("4", "Linear(3, Name = \"a\"), Concat(Graph.Input, \"a\")", "7")]
    [InlineData("4", "Linear(4), Add(Graph.Input)", "4")]
    public void Merging_layers_have_their_shape(string input, string layers, string shape) =>
        Assert.Equal(shape, Specs.Graph($"[Input({input}), {layers}]").Values[^1].Shape.ToString());

    [Fact]
    public void The_receptive_field_is_the_union_of_the_branches()
    {
        NetworkGraph graph = Specs.Graph(
            """
            [Input(1, 16, 16)]
            [Conv2d(1, 3, 1, PaddingTop = 2, Name = "above")]
            [Conv2d(1, 5, 1, PaddingBottom = 4, From = Graph.Input, Name = "below")]
            [Add("above", "below")]
            """);
        Assert.Equal([3, 5, 7], graph.Nodes.Select(node => node.ReceptiveField));
    }

    [Fact]
    public void A_residual_block_has_the_names_of_torchvision()
    {
        NetworkGraph graph = Specs.Graph(
            """[Input(64, 56, 56), Apply<Down>(Name = "layer2.0"), Apply<Basic>(Name = "layer2", Repeat = 2, StartIndex = 1)]""",
            blocks: """

                [Block]
                [Conv2d(128, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
                [Conv2d(128, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
                [Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
                [Add("downsample.1"), ReLU]
                partial class Down;

                [Block]
                [Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
                [Conv2d(128, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), Add(Graph.Input), ReLU]
                partial class Basic;
                """);
        Parameter[] parameters = [.. graph.Nodes.SelectMany(node => node.Parameters)];
        Assert.Equal(
            ["layer2.0.downsample.0.weight", "layer2.0.downsample.1.weight", "layer2.0.downsample.1.bias"],
            parameters.Take(3).Select(parameter => parameter.Name));
        Assert.Contains("layer2.2.bn2.running_var", parameters.Select(parameter => parameter.Name));
        Assert.Equal(820_992, parameters.Where(parameter => parameter.IsTrainable).Sum(parameter => parameter.ActiveCount));
        Assert.Equal("128×28×28", graph.Values[graph.Outputs[0]].Shape.ToString());
        Node[] sums = [.. graph.Nodes.Where(node => node.Operator is Add)];
        Assert.Equal(sums[0].Output + 1, sums[1].Inputs[1]);
    }
}
