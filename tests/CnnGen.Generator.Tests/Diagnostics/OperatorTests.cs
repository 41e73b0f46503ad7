using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN210 to CNN212, CNN214, and arguments of single operators.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("DepthwiseConv2d({|CNN101:0|})")]
    [InlineData("DepthwiseConv2d(3, {|CNN101:Multiplier = 0|})")]
    [InlineData("{|CNN301:DepthwiseConv2d|}(3, Multiplier = int.MaxValue)")]
    [InlineData("SeparableConv2d({|CNN101:0|}, 3)")]
    [InlineData("SeparableConv2d(4, {|CNN201:9|})")]
    [InlineData("SeparableConv2d(4, 3, {|CNN202:Stride = 2|})")]
    [InlineData("BatchNorm2d({|CNN101:Eps = -1|}, {|CNN101:Momentum = 2|})")]
    [InlineData("Flatten, {|CNN209:BatchNorm2d|}")]
    public void An_operator_rejects_what_it_cannot_do(string layer) => Check.Layers($"[Input(4, 8, 8), {layer}]");

    [Theory]
    [InlineData("BatchNorm2d({|CNN101:Momentum = 2|})", "Momentum must be in [0, 1] but is 2")]
    public void The_message_shows_the_arithmetic_and_the_way_out(string layer, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Layers($"[Input(4, 8, 8), {layer}]")));

    [Theory]
    [InlineData("DepthwiseConv2d(#, Multiplier = #, Stride = #, Padding = #, Dilation = #)")]
    [InlineData("SeparableConv2d(#, #, Stride = #, Padding = #, Dilation = #)")]
    public void Hostile_numbers_never_crash(string layer)
    {
        string[] numbers = ["int.MinValue", "-1", "0", "1", "2", "4", "65536", "int.MaxValue - 1", "int.MaxValue"];
        var random = new Random(1);
        for (int i = 0; i < 40; i++)
        {
            string filled = string.Concat(layer.Split('#').SelectMany((part, n) => n == 0 ? [part] : new[] { Pick(), part }));
            GraphResult result = GraphBuilder.Build(Specs.Parse(Check.Network($"[Input({Pick()}, 4, 4), {filled}]")));
            Assert.True(result.Graph is not null || result.Problems.Count > 0, filled);
        }

        string Pick() => $"({numbers[random.Next(numbers.Length)]})";
    }

    [Theory]
    [InlineData("{|CNN214:Conv2d|}(2, 1), BatchNorm2d")]
    [InlineData("{|CNN214:Conv2d|}(2, 1, Bias = true), BatchNorm2d")]
    [InlineData("Conv2d(2, 1, Bias = false), BatchNorm2d")]
    [InlineData("Conv2d(2, 1), ReLU, BatchNorm2d")]
    [InlineData("Conv2d(2, 1, Name = \"a\"), BatchNorm2d, Add(\"a\")")]
    [InlineData("Conv2d(2, 1, Name = \"a\"), BatchNorm2d(Name = \"b\")] [Output(\"a\"), Output(\"b\")")]
    [InlineData("{|CNN214:SeparableConv2d|}(2, 1), BatchNorm2d")]
    [InlineData("{|CNN214:DepthwiseConv2d|}(2), BatchNorm2d")]
    public void CNN214_bias_without_effect(string layers) => Check.Layers($"[Input(4, 8, 8), {layers}]");
}
