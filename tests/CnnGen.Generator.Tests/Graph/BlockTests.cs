using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>What blocks expand to.</summary>
public sealed class BlockTests
{
    private const string Stage = """

        [Block]
        [Conv2d(8, 3, Padding = 1, Name = "conv1"), ReLU]
        [Conv2d(8, 3, Padding = 1)]
        partial class Stage;
        """;

    [Fact]
    public void A_block_stands_under_its_name()
    {
        NetworkGraph graph = Specs.Graph("""[Input(3, 8, 8), Apply<Stage>(Name = "stage"), ReLU]""", blocks: Stage);
        Assert.Equal(["stage.conv1", "", "stage.2", ""], graph.Nodes.Select(node => node.Name));
        Assert.Equal(["stage.conv1.weight", "stage.conv1.bias", "stage.2.weight", "stage.2.bias"], ParameterNames(graph));
        Assert.Equal(["input", "stage.conv1", null, "stage", null], graph.Values.Select(value => value.Name));
        Assert.Equal([0, 1, 2, 3], graph.Nodes.Select(node => node.Inputs.Single()));
        Assert.Equal([3, 3, 5, 5], graph.Nodes.Select(node => node.ReceptiveField));
        Assert.Equal((8 * 27 + 8) + (8 * 72 + 8), graph.Nodes.SelectMany(node => node.Parameters).Sum(parameter => parameter.ActiveCount));
    }

    [Fact]
    public void A_repeated_block_counts_its_names()
    {
        NetworkGraph graph = Specs.Graph(
            """
            [Input(8, 8, 8)]
            [Apply<Stage>(Name = "a.0"), Apply<Stage>(Name = "a", Repeat = 2, StartIndex = 1), Apply<Stage>(Repeat = 1)]
            """,
            blocks: Stage);
        Assert.Equal(
            ["a.0.conv1", "a.0.2", "a.1.conv1", "a.1.2", "a.2.conv1", "a.2.2", "2.0.conv1", "2.0.2"],
            graph.Nodes.Where(node => node.Parameters.Count > 0).Select(node => node.Name));
        Assert.Equal(Enumerable.Range(0, 12), graph.Nodes.Select(node => node.Inputs.Single()));
        Assert.Equal(["a.0", "a", null], new[] { 3, 9, 12 }.Select(value => graph.Values[value].Name));
    }

    [Fact]
    public void Blocks_nest_anywhere_and_keep_their_names_to_themselves()
    {
        NetworkGraph graph = Specs.Graph(
            """
            [Input(8, 8, 8)]
            [Conv2d(8, 1, Name = "conv"), Apply<Blocks.Outer>, Conv2d(4, 1, From = "conv", Name = "last")]
            [Apply<Blocks.Outer>(From = "last", Name = "end")]
            """,
            blocks: """

                public static class Blocks
                {
                    [Block, Conv2d(6, 3, Name = "conv"), Apply<Inner>(From = Graph.Input, Name = "inner"), Conv2d(2, 1, From = "conv")]
                    [Output("inner")]
                    internal abstract class Outer;

                    [Block, ReLU, Conv2d(7, 1)]
                    private sealed class Inner;
                }
                """);
        Assert.Equal(
            ["conv", "1.conv", "", "1.inner.1", "1.2", "last", "end.conv", "", "end.inner.1", "end.2"],
            graph.Nodes.Select(node => node.Name));
        Assert.Equal([0, 1, 1, 3, 2, 1, 6, 6, 8, 7], graph.Nodes.Select(node => node.Inputs.Single()));
        Assert.Equal("end", graph.Values[graph.Outputs.Single()].Name);
        Assert.Equal("7×8×8", graph.Values[graph.Outputs.Single()].Shape.ToString());
    }

    [Fact]
    public void Outputs_leave_in_their_order_and_are_used()
    {
        NetworkGraph graph = Specs.Graph(
            """
            [Input(8), Output("b")]
            [Linear(4, Name = "a"), Linear(3, Name = "b"), Apply<Head>(From = "a", Name = "head")]
            [Output("head"), Output("a")]
            """,
            blocks: "\n[Block, ReLU, Linear(2)] class Head;");
        Assert.Equal(["b", "head", "a"], graph.Outputs.Select(output => graph.Values[output].Name));
    }

    [Fact]
    public void Equal_blocks_give_equal_specs_and_a_changed_block_another()
    {
        string network = Check.Network("[Input(8, 8, 8), Apply<Stage>(Repeat = 2)]");
        NetworkSpec spec = Specs.Parse(network + Stage);
        Assert.Single(spec.Blocks);
        Assert.Equal(spec, Specs.Parse("// moved\n" + network + Stage));
        Assert.Equal(spec.GetHashCode(), Specs.Parse(network + "\n" + Stage).GetHashCode());
        Assert.NotEqual(spec, Specs.Parse(network + Stage.Replace("ReLU", "Tanh", StringComparison.Ordinal)));
        Assert.NotEqual(spec, Specs.Parse(network.Replace("Repeat = 2", "Repeat = 3", StringComparison.Ordinal) + Stage));
        Assert.NotEqual(spec, Specs.Parse(network + Stage.Replace("partial", "[Output(\"conv1\")] partial", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> ParameterNames(NetworkGraph graph) =>
        graph.Nodes.SelectMany(node => node.Parameters).Select(parameter => parameter.Name);
}
