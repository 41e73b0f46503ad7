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
    public void The_message_shows_the_arithmetic_and_the_way_out(string layer, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Layers($"[Input(4, 8, 8), {layer}]")));

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
