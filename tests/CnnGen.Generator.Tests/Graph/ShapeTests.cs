using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Shapes, parameters and counts that the graph infers.</summary>
public sealed class ShapeTests
{
    private const string LeNet5 = """
        [Input(1, 28, 28)]
        [Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
        [Conv2d(16, 5), Tanh, AvgPool2d(2)]
        [Flatten]
        [Linear(120), Tanh]
        [Linear(84), Tanh]
        [Linear(10)]
        """;

    [Fact]
    public void LeNet5_has_the_shapes_parameters_and_counts_of_PyTorch()
    {
        NetworkGraph graph = Specs.Graph(LeNet5);
        Assert.Equal(
            ["1×28×28", "6×28×28", "6×28×28", "6×14×14", "16×10×10", "16×10×10", "16×5×5", "400", "120", "120", "84", "84", "10"],
            graph.Values.Select(value => value.Shape.ToString()));
        Assert.Equal(
            [
                "0.weight [6,1,5,5]", "0.bias [6]", "3.weight [16,6,5,5]", "3.bias [16]", "7.weight [120,400]", "7.bias [120]",
                "9.weight [84,120]", "9.bias [84]", "11.weight [10,84]", "11.bias [10]",
            ],
            graph.Nodes.SelectMany(node => node.Parameters).Select(parameter => $"{parameter.Name} [{string.Join(',', parameter.Shape)}]"));
        Assert.Equal(61_706, graph.Nodes.SelectMany(node => node.Parameters).Sum(parameter => parameter.ActiveCount));
        Assert.Equal(416_520, graph.Nodes.Sum(node => node.MultiplyAdds));
        Assert.Equal([5, 5, 6, 14, 14, 16, 16, 28, 28, 28, 28, 28], graph.Nodes.Select(node => node.ReceptiveField));
        Assert.Equal(["0", "", "", "3", "", "", "", "7", "", "9", "", "11"], graph.Nodes.Select(node => node.Name));
    }

    /// <summary>Padding is nothing to see: no layer sees more rows than the input has.</summary>
    [Theory]
    [InlineData("Conv2d(2, 7, Padding = 3), Conv2d(2, 7, Padding = 3), AdaptiveAvgPool2d(1), Conv2d(2, 1)", new[] { 7, 9, 9, 9 })]
    [InlineData("Conv2d(2, 3, Padding = 5, Dilation = 5), InstanceNorm2d, MaxPool2d(3, Stride = 1)", new[] { 9, 9, 9 })]
    [InlineData("Pad2d(9), DepthwiseConv2d(11), ConvTranspose2d(2, 3)", new[] { 1, 9, 9 })]
    public void A_receptive_field_ends_with_the_input(string layers, int[] expected) =>
        Assert.Equal(expected, Specs.Graph($"[Input(2, 9, 9), {layers}]").Nodes.Select(node => node.ReceptiveField));

    [Fact]
    public void Weights_and_biases_begin_in_the_range_of_PyTorch()
    {
        Parameter[] parameters = [.. Specs.Graph("[Input(4, 8, 8), Conv2d(6, 3, 5, Groups = 2)]").Nodes[0].Parameters];
        var init = new ParameterInit(InitKind.Uniform, (float)(1 / Math.Sqrt(2 * 3 * 5)));
        Assert.Equal([init, init], parameters.Select(parameter => parameter.Init));
        Assert.Equal([6, 2, 3, 5], parameters[0].Shape);
    }

    [Fact]
    public void Masked_connections_count_neither_as_parameters_nor_as_multiply_adds()
    {
        Node node = Specs.Graph("[Input(3, 8, 8), Conv2d(2, 3, InputMasks = new[] { 1, 6 })]").Nodes[0];
        Assert.Equal(3 * 9, node.Parameters[0].ActiveCount);
        Assert.Equal([2, 3, 3, 3], node.Parameters[0].Shape);
        Assert.Equal(3 * 9 * 6 * 6, node.MultiplyAdds);
    }

    [Theory]
    [InlineData("Padding = Pad.Same", 1, 1)]
    [InlineData("Padding = Pad.Same, DilationHeight = 2", 2, 2)]
    [InlineData("PaddingTop = 2", 2, 0)]
    [InlineData("PaddingHeight = 2, PaddingLeft = 1", 2, 2)]
    [InlineData("Padding = 1", 1, 1)]
    public void Padding_has_three_forms(string arguments, int before, int after)
    {
        var convolution = (Conv2d)Specs.Graph($"[Input(1, 9, 9), Conv2d(1, 3, {arguments})]").Nodes[0].Operator;
        Assert.Equal((before, after), (convolution.Vertical.PadBefore, convolution.Vertical.PadAfter));
    }

    [Fact]
    public void Same_padding_of_an_even_kernel_puts_the_odd_one_after()
    {
        NetworkGraph graph = Specs.Graph("[Input(1, 9, 9), Conv2d(1, 4, Padding = Pad.Same)]");
        Assert.Equal(new Window(4, 1, 1, PadBefore: 1, PadAfter: 2), ((Conv2d)graph.Nodes[0].Operator).Vertical);
        Assert.Equal("1×9×9", graph.Values[1].Shape.ToString());
    }

    [Fact]
    public void A_layers_own_rounding_wins()
    {
        Assert.Equal("1×3×3", Output("[Input(1, 7, 7), MaxPool2d(2)]", "(Rounding = Rounding.Floor)"));
        Assert.Equal("1×4×4", Output("[Input(1, 7, 7), MaxPool2d(2, Rounding = Rounding.Ceil)]", "(Rounding = Rounding.Floor)"));
    }

    [Fact]
    public void Output_sizes_follow_PyTorch_for_every_small_window()
    {
        for (int size = 1; size <= 9; size++)
        {
            foreach ((int kernel, int stride, int padding) in
                from k in Enumerable.Range(1, 3)
                from s in Enumerable.Range(1, 4)
                from p in Enumerable.Range(0, 2)
                where p <= k / 2 && k <= size + 2 * p
                select (k, s, p))
            {
                foreach (bool ceil in new[] { false, true })
                {
                    int expected = Reference(size, kernel, stride, padding, ceil);
                    string rounding = ceil ? "Ceil" : "Floor";
                    Assert.Equal(
                        $"1×{expected}×{expected}",
                        Output(
                            $"[Input(1, {size}, {size})]"
                            + $"[MaxPool2d({kernel}, Stride = {stride}, Padding = {padding}, Rounding = Rounding.{rounding})]"));
                }
            }
        }
    }

    /// <summary>Counts the windows one by one; with ceil a window may overhang if it starts in the input or the padding before it.</summary>
    private static int Reference(int size, int kernel, int stride, int padding, bool ceil)
    {
        int count = 0;
        for (int start = -padding; ceil ? start < size : start + kernel <= size + padding; start += stride)
        {
            count++;
            if (start + kernel >= size + padding)
            {
                break;
            }
        }

        return count;
    }

    [Fact]
    public void A_convolution_rounded_up_is_padded_to_its_last_window()
    {
        NetworkGraph graph = Specs.Graph("[Input(1, 6, 6), Conv2d(1, 3, Stride = 2, Rounding = Rounding.Ceil)]");
        Assert.Equal("1×3×3", graph.Values[1].Shape.ToString());
        Assert.Equal(1, ((Conv2d)graph.Nodes[0].Operator).Vertical.PadAfter);
    }

    [Fact]
    public void From_and_Name_choose_the_input()
    {
        NetworkGraph graph = Specs.Graph(
            "[Input(4), Linear(8, Name = \"a\"), ReLU, Linear(2, From = \"a\", Name = \"b\"), Linear(3, From = Graph.Input)]");
        Assert.Equal([0, 1, 1, 0], graph.Nodes.Select(node => node.Inputs[0]));
        Assert.Equal(["a.weight", "a.bias", "b.weight", "b.bias", "3.weight", "3.bias"],
            graph.Nodes.SelectMany(node => node.Parameters).Select(parameter => parameter.Name));
    }

    private static string Output(string attributes, string options = "") =>
        Specs.Graph(attributes, options).Values[^1].Shape.ToString();
}
