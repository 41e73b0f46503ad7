using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN210 to CNN212, CNN214, CNN216, and arguments of single operators.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("DepthwiseConv2d({|CNN101:0|})")]
    [InlineData("DepthwiseConv2d(3, {|CNN101:Multiplier = 0|})")]
    [InlineData("{|CNN301:DepthwiseConv2d|}(3, Multiplier = int.MaxValue)")]
    [InlineData("SeparableConv2d({|CNN101:0|}, 3)")]
    [InlineData("SeparableConv2d(4, {|CNN201:9|})")]
    [InlineData("SeparableConv2d(4, 3, {|CNN202:Stride = 2|})")]
    [InlineData("ConvTranspose2d({|CNN101:0|}, {|CNN101:0|}, {|CNN101:Stride = 0|})")]
    [InlineData("ConvTranspose2d(4, 3, {|CNN101:Padding = -1|}, {|CNN101:OutputPadding = -1|})")]
    [InlineData("ConvTranspose2d(4, 3, {|CNN101:Padding = Pad.Same|})")]
    [InlineData("ConvTranspose2d(4, 3, {|CNN204:Groups = 3|})")]
    [InlineData("ConvTranspose2d(4, 3, {|CNN210:OutputPadding = 1|})")]
    [InlineData("ConvTranspose2d(4, 3, Stride = 2, {|CNN210:OutputPadding = 2|})")]
    [InlineData("ConvTranspose2d(4, 3, Stride = 2, Dilation = 3, OutputPadding = 2, {|CNN212:Padding = 12|})")]
    [InlineData("{|CNN301:ConvTranspose2d|}(4, 3, Stride = int.MaxValue)")]
    [InlineData("FixedConv2d({|CNN101:0|}, 1f)")]
    [InlineData("FixedConv2d(3, {|CNN101:1f|}, 2, 3)")]
    [InlineData("{|CNN101:FixedConv2d|}(3)")]
    [InlineData("FixedConv2d(1, {|CNN101:float.NaN|})")]
    [InlineData("FixedConv2d(1, 2, {|CNN101:Scale = float.PositiveInfinity|})")]
    [InlineData("AvgPool2d(8), FixedConv2d({|CNN201:2|}, 1, 1, 1, 1)")]
    [InlineData("AvgPool2d(4), FixedConv2d(3, 1, 1, 1, 1, 1, 1, 1, 1, 1, {|CNN206:Padding = 2|}, PaddingMode = PaddingMode.Reflect)")]
    [InlineData("AdaptiveAvgPool2d({|CNN101:0|})")]
    [InlineData("AdaptiveMaxPool2d(1, {|CNN101:0|})")]
    [InlineData("Subsample2d({|CNN202:3|})")]
    [InlineData("Flatten, Rbf({|CNN101:0|})")]
    [InlineData("{|CNN209:Rbf|}(10)")]
    [InlineData("BatchNorm2d({|CNN101:Eps = -1|}, {|CNN101:Momentum = 2|})")]
    [InlineData("Flatten, {|CNN209:BatchNorm2d|}")]
    [InlineData("InstanceNorm2d({|CNN101:Eps = float.NaN|}, {|CNN101:Momentum = -1|})")]
    [InlineData("LayerNorm({|CNN101:Eps = float.PositiveInfinity|})")]
    [InlineData("GroupNorm({|CNN101:0|})")]
    [InlineData("GroupNorm({|CNN211:3|})")]
    [InlineData("LocalResponseNorm({|CNN101:0|}, {|CNN101:K = float.NaN|})")]
    [InlineData("Flatten, {|CNN209:GlobalResponseNorm|}")]
    [InlineData("LayerScale({|CNN101:Init = float.NaN|})")]
    [InlineData("DropPath({|CNN101:1|})")]
    [InlineData("Upsample({|CNN101:0|})")]
    [InlineData("Upsample(2, {|CNN101:Mode = (UpsampleMode)2|})")]
    [InlineData("Upsample(2, {|CNN101:AlignCorners = true|})")]
    [InlineData("{|CNN301:Upsample|}(int.MaxValue)")]
    [InlineData("PixelShuffle({|CNN211:3|})")]
    [InlineData("PixelShuffle({|CNN211:int.MaxValue|})")]
    [InlineData("ChannelShuffle({|CNN211:groups: 3|})")]
    [InlineData("Slice({|CNN101:-1|}, {|CNN101:0|})")]
    [InlineData("Slice({|CNN211:4|}, 1)")]
    [InlineData("Slice(1, {|CNN211:count: int.MaxValue|})")]
    [InlineData("Pad2d({|CNN212:-4|})")]
    [InlineData("Pad2d(0, 0, {|CNN212:-5|}, -3)")]
    [InlineData("Pad2d(0, {|CNN212:-8|}, 0, 0)")]
    [InlineData("Pad2d(0, {|CNN206:8|}, 0, 0, PaddingMode = PaddingMode.Reflect)")]
    [InlineData("Pad2d({|CNN101:-1|}, PaddingMode = PaddingMode.Replicate)")]
    [InlineData("{|CNN301:Pad2d|}(1_000_000_000)")]
    [InlineData("CenterCrop2d(8, {|CNN212:9|})")]
    [InlineData("Normalize({|CNN101:new float[] { 1 }|}, new float[] { 1, 1, 1, 1 })")]
    [InlineData("Normalize(new float[] { 0, 0, 0, 0 }, {|CNN101:new float[] { 1, 1, 1, 0 }|})")]
    public void An_operator_rejects_what_it_cannot_do(string layer) => Check.Layers($"[Input(4, 8, 8), {layer}]");

    [Theory]
    [InlineData("BatchNorm2d({|CNN101:Momentum = 2|})", "Momentum must be in [0, 1] but is 2")]
    [InlineData("ConvTranspose2d(4, 3, {|CNN210:OutputPadding = 1|})", "output padding 1 must be less than stride 1 or dilation 1; use at most 0")]
    [InlineData("PixelShuffle({|CNN211:3|})", "PixelShuffle with factor 3 does not fit 4 channels: 4 mod 9 = 4; give it 9 channels")]
    [InlineData("GroupNorm({|CNN211:3|})", "GroupNorm with groups 3 does not fit 4 channels: 4 mod 3 = 1; give it 3 or 6 channels")]
    [InlineData("Slice(2, {|CNN211:3|})", "Slice of 3 from 2 does not fit 4 channels: 2 + 3 > 4; use a count of at most 2")]
    [InlineData("CenterCrop2d(8, {|CNN212:9|})", "width 8 has no room for a crop to 9; use at most 8")]
    [InlineData("Pad2d({|CNN212:-4|})", "height 8 has no room for a crop of 8; crop at most 7 in all")]
    public void The_message_shows_the_arithmetic_and_the_way_out(string layer, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Layers($"[Input(4, 8, 8), {layer}]")));

    [Theory]
    [InlineData("DepthwiseConv2d(#, Multiplier = #, Stride = #, Padding = #, Dilation = #)")]
    [InlineData("SeparableConv2d(#, #, Stride = #, Padding = #, Dilation = #)")]
    [InlineData("ConvTranspose2d(#, #, Stride = #, Padding = #, OutputPadding = #, Dilation = #, Groups = #)")]
    [InlineData("FixedConv2d(#, 1, 2, 3, 4, Padding = #, Stride = #)")]
    [InlineData("AdaptiveAvgPool2d(#, #)")]
    [InlineData("AdaptiveMaxPool2d(#)")]
    [InlineData("Subsample2d(#, Stride = #, Padding = #)")]
    [InlineData("Flatten, Rbf(#)")]
    [InlineData("GroupNorm(#)")]
    [InlineData("LocalResponseNorm(#)")]
    [InlineData("Upsample(#, Mode = (UpsampleMode)#)")]
    [InlineData("PixelShuffle(#), ChannelShuffle(#)")]
    [InlineData("Slice(#, #)")]
    [InlineData("Pad2d(#, #, #, #, PaddingMode = (PaddingMode)#)")]
    [InlineData("Pad2d(#), CenterCrop2d(#, #)")]
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
    [InlineData("{|CNN214:ConvTranspose2d|}(2, 1), BatchNorm2d")]
    [InlineData("{|CNN214:SeparableConv2d|}(2, 1), BatchNorm2d")]
    [InlineData("{|CNN214:DepthwiseConv2d|}(2), BatchNorm2d")]
    [InlineData("Flatten, {|CNN214:Linear|}(5), BatchNorm1d")]
    [InlineData("Flatten, Linear(5), ReLU, BatchNorm1d")]
    public void CNN214_bias_without_effect(string layers) => Check.Layers($"[Input(4, 8, 8), {layers}]");

    [Fact]
    public void CNN214_names_the_norm() => Assert.Equal(
        "the bias of this Linear has no effect, because BatchNorm1d subtracts each channel's mean right after it; write Bias = false",
        Assert.Single(Check.Layers("[Input(4), {|CNN214:Linear|}(5), BatchNorm1d]")));

    [Theory]
    [InlineData("AvgPool2d(8), {|CNN216:InstanceNorm2d|}", DiagnosticSeverity.Error)]
    [InlineData("AvgPool2d(8), GroupNorm({|CNN216:4|})", DiagnosticSeverity.Error)]
    [InlineData("Conv2d(1, 8), GroupNorm({|CNN216:groups: 1|}, Affine = false)", DiagnosticSeverity.Error)]
    [InlineData("Conv2d(1, 1), {|CNN216:LayerNorm|}", DiagnosticSeverity.Warning)]
    [InlineData("Flatten, Linear(1), {|CNN216:LayerNorm|}(Affine = false)", DiagnosticSeverity.Warning)]
    public void CNN216_norm_of_single_elements(string layers, DiagnosticSeverity severity)
    {
        Check.Layers($"[Input(4, 8, 8), {layers}]");
        string plain = Markup.Parse(Check.Network($"[Input(4, 8, 8), {layers}]")).Source;
        Assert.Equal(severity, Assert.Single(new NetworkCompiler().Build(plain).Diagnostics).Severity);
    }

    [Theory]
    [InlineData("AvgPool2d(8), GroupNorm(2), LayerNorm, BatchNorm2d")]
    [InlineData("AvgPool2d(KernelHeight = 8, KernelWidth = 4), InstanceNorm2d, GroupNorm(4)")]
    [InlineData("Flatten, LayerNorm, BatchNorm1d")]
    public void Norms_of_several_elements_are_in_order(string layers) => Check.Layers($"[Input(4, 8, 8), {layers}]");

    [Fact]
    public void CNN216_says_why_and_what_to_do() => Assert.Equal(
        "GroupNorm normalises each element of 4×1×1 by itself, so that x − mean is always 0 and the output does not depend on the input; "
            + "use fewer groups, or put it where height · width > 1",
        Assert.Single(Check.Layers("[Input(4, 8, 8), AvgPool2d(8), GroupNorm({|CNN216:4|})]")));

    [Fact]
    public void A_window_of_channels_may_reach_beyond_all() => Check.Layers("[Input(4, 8, 8), LocalResponseNorm(int.MaxValue)]");

    [Fact]
    public void CNN101_shows_the_number_that_is_wrong() => Assert.Equal(
        "std must be positive and finite but is 0 at index 2",
        Assert.Single(Check.Layers("[Input(3, 8, 8), Normalize(new float[] { 0, 0, 0 }, {|CNN101:new float[] { 1, 1, 0 }|})]")));
}
