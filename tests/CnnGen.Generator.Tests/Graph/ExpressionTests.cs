using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Integers that are known only where a block is applied.</summary>
public sealed class ExpressionTests
{
    private const string Bottleneck = """

        [Block]
        [Conv2d(Bottleneck.Width, 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
        [Conv2d(Bottleneck.Width, 3, Stride = Bottleneck.Step, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
        [Conv2d(4 * Bottleneck.Width, 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3"), ReLU]
        static class Bottleneck { public const int Width = Argument.First, Step = Argument.Second; }
        """;

    [Fact]
    public void A_block_has_the_numbers_that_it_is_applied_with() => Assert.Equal(
        ["8×8×8", "8×8×8", "32×8×8", "16×8×8", "16×4×4", "64×4×4"],
        Convolutions(
            Specs.Graph(
                "[Input(3, 8, 8), Apply(typeof(Bottleneck), 8, 1, Name = \"a\"), Apply(typeof(Bottleneck), 16, 2, Name = \"b\")]",
                "(Rounding = Rounding.Floor)", Bottleneck)));

    [Theory]
    [InlineData("Argument.First", 12)]
    [InlineData("+Argument.First", 12)]
    [InlineData("20 + -Argument.First", 8)]
    [InlineData("-(-Argument.Second)", 5)]
    [InlineData("Argument.First + Argument.Second", 17)]
    [InlineData("Argument.First - Argument.Second", 7)]
    [InlineData("Argument.First * Argument.Second * 2", 120)]
    [InlineData("Argument.First / Argument.Second", 2)]
    [InlineData("Argument.First % Argument.Second", 2)]
    [InlineData("(-Argument.First) / Argument.Second + 3", 1)]
    [InlineData("(-Argument.First) % Argument.Second + 3", 1)]
    [InlineData("Argument.First - Argument.Second - 3", 4)]
    [InlineData("Argument.First - (Argument.Second - 3)", 10)]
    [InlineData("100 / Argument.First / 2", 4)]
    [InlineData("100 / (Argument.First / 2)", 16)]
    [InlineData("(Graph.Channels + 7) / 8 * 8", 8)]
    [InlineData("Graph.Channels * Argument.Second", 10)]
    [InlineData("Graph.InputChannels + Graph.Channels", 5)]
    [InlineData("0x10 + Argument.First - 0b100", 24)]
    [InlineData("1_000 - Argument.First", 988)]
    [InlineData("checked(Argument.First * 2)", 24)]
    [InlineData("unchecked(Argument.First * 2)", 24)]
    [InlineData("(int)Argument.First + (int)2.9", 14)]
    [InlineData("(int)((long)Argument.First + 1L)", 13)]
    [InlineData("(int)(Rounding)Argument.First", 12)]
    [InlineData("sizeof(int) * Argument.Second", 20)]
    [InlineData("'\\n' + Argument.Second", 15)]
    [InlineData("C.Chain", 31)]
    [InlineData("D.Inner.Far + 1", 25)]
    [InlineData("C.Plain * Argument.Second", 35)]
    [InlineData("(int)E.Next", 13)]
    [InlineData("(int)E.After", 14)]
    [InlineData("(int)E.Own + (int)E.Beside + Argument.Second", 38)]
    [InlineData("First + Second", 17)]
    [InlineData("A.First", 12)]
    [InlineData("global::CnnGen.Argument.First", 12)]
    [InlineData("B.Hidden", 12)]
    public void An_expression_is_evaluated_as_it_is_written(string expression, int channels)
    {
        string block = $$"""

            [Block, Conv2d(2, 1), Conv2d({{expression}}, 1)] class B
            {
                private const int Uses = Argument.First + Argument.Second;
                internal const int Hidden = B2.Hidden;
                class B2 { internal const int Hidden = Argument.First; }
            }
            static class C { public const int Plain = 7, Chain = Plain + Twice; const int Twice = 2 * D.Inner.Far / 2; }
            static class D { public static class Inner { public const int Far = 2 * Argument.First; } }
            enum E { This = Argument.First, Next, After, Own = 16, Beside }
            """;
        const string Usings = "using A = CnnGen.Argument; using static CnnGen.Argument;";
        string source = Usings + Check.Network("[Input(3, 4, 4), Apply<B>(12, 5)]") + block;
        GraphResult result = GraphBuilder.Build(Specs.Parse(source));
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(channels, result.Graph!.Values[2].Shape.Channels);
    }

    [Theory]
    [InlineData("[Input(6, 4, 4), Conv2d(Graph.Channels * 2, 3, Groups = Graph.Channels)]", "", "12×2×2")]
    [InlineData("[Input(6, 4, 4), Conv2d(4, 1), Conv2d(Graph.InputChannels, 1)]", "", "6×4×4")]
    [InlineData("[Input(6), Linear(9), Linear(Graph.Channels / 3)]", "", "3")]
    [InlineData(
        "[Input(6, 4, 4), Conv2d(5, 1, Name = \"a\"), ReLU(From = Graph.Input), Conv2d(Graph.Channels, 1, From = \"a\")]",
        "", "5×4×4")]
    [InlineData(
        "[Input(6, 4, 4), Apply<N>(2)]",
        "[Block, Apply<M>(Argument.First + 1, 3), Apply<M>(Graph.Channels, 5)] class N;", "45×4×4")]
    [InlineData("[Input(6, 4, 4), Apply<N>(2)]", "[Block, Apply<M>(2, 1, Repeat = Argument.First)] class N;", "2×4×4")]
    [InlineData("[Input(1, 4, 4), Apply<M>(Graph.Channels, 2, Repeat = 3)]", "", "2×4×4")]
    [InlineData(
        "[Input(6, 4, 4), Apply<I>]",
        "[Block, Conv2d(2, 1), Apply<J>] class I; [Block, Conv2d(Graph.InputChannels * 3, 1)] class J;", "6×4×4")]
    [InlineData(
        "[Input(3, 4, 4), Apply<I>(5, 3)]",
        "[Block, Conv2d(2, 1, InputMasks = new[] { Argument.First, 1 + Argument.Second })] class I;", "2×4×4")]
    [InlineData("[Input(3, 9, 9), Apply<I>(2)]", "[Block, MaxPool2d(2, Rounding = (Rounding)Argument.First)] class I;", "3×5×5")]
    [InlineData("[Input(3, 9, 9), Apply<I>(5)]", "[Block, Conv2d(1, KernelHeight = 1, KernelWidth = Argument.First)] class I;", "1×9×5")]
    [InlineData(
        "[Input(3, 9, 9), Apply<I>(7, 1)]",
        "[Block, Conv2d(kernel: Argument.Second, outChannels: Argument.First)] class I;", "7×9×9")]
    [InlineData("[Input(3, 9, 9), Apply<I>(7)]", "[Block, Conv2d(Argument.First, 1, Name = nameof(Argument.First))] class I;", "7×9×9")]
    [InlineData("[Input(3, 4, 4), Apply<I>(1,2,3,4,5,6,7,8)]", "[Block, Conv2d(Argument.Eighth * Argument.Third, 1)] class I;", "24×4×4")]
    public void Channels_and_arguments_stand_for_what_they_are_where_the_layer_stands(string layers, string blocks, string shape)
    {
        const string Multiple = "\n[Block, Conv2d(Argument.First * Argument.Second, 1)] class M;";
        NetworkGraph graph = Specs.Graph(layers, blocks: blocks + Multiple);
        Assert.Equal(shape, graph.Values[graph.Outputs[0]].Shape.ToString());
    }

    [Fact]
    public void A_block_of_parameters_emits_what_the_same_block_of_numbers_emits()
    {
        string[] sources =
        [
            .. new[]
            {
                "[Apply<M>(8, 3)]#[Block, Conv2d(Argument.First, Argument.Second), ReLU, Conv2d(2 * Argument.First, 1)] class M;",
                "[Apply<M>]#[Block, Conv2d(8, 3), ReLU, Conv2d(16, 1)] class M;",
            }.Select(text => text.Split('#')).Select(parts => Check.Network("[Input(3, 8, 8)]" + parts[0]) + parts[1]),
        ];
        Assert.Equal(new NetworkCompiler().Build(sources[1]).Source, new NetworkCompiler().Build(sources[0]).Source);
    }

    private static IEnumerable<string> Convolutions(NetworkGraph graph) =>
        graph.Nodes.Where(node => node.Kind == "Conv2d").Select(node => graph.Values[node.Output].Shape.ToString());
}
