using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN209, CNN301, and that one mistake gives one error.</summary>
public sealed class RankAndSizeTests
{
    [Theory]
    [InlineData("[Input(1, 8, 8), {|CNN209:Linear|}(2)]", "Linear needs a vector but gets 1×8×8; put [Flatten] before it")]
    [InlineData(
        "[Input(64), {|CNN209:Conv2d|}(2, 3)]",
        "Conv2d needs C×H×W but gets a vector of 64 features; put it before Flatten and Linear, use Linear(2), "
            + "or give Input as (channels, height, width)")]
    [InlineData(
        "[Input(1, 8, 8), Flatten, {|CNN209:MaxPool2d|}(2)]",
        "MaxPool2d needs C×H×W but gets a vector of 64 features; remove the [Flatten] before it")]
    [InlineData(
        "[Input(1, 8, 8), Flatten, {|CNN209:BatchNorm2d|}]",
        "BatchNorm2d needs C×H×W but gets a vector of 64 features; use BatchNorm1d, or remove the [Flatten] before it")]
    [InlineData(
        "[Input(1, 8, 8), {|CNN209:BatchNorm1d|}]",
        "BatchNorm1d needs a vector but gets 1×8×8; use BatchNorm2d, or put [Flatten] before it")]
    public void CNN209_wrong_kind_of_tensor(string layers, string expected) => Assert.Equal(expected, Assert.Single(Check.Layers(layers)));

    [Theory]
    [InlineData("[{|CNN301:Input|}(70_000, 70_000, 1), Conv2d(1, 1)]")]
    [InlineData("[Input(1, 40_000, 40_000), {|CNN301:Conv2d|}(2, 1)]")]
    [InlineData("[Input(100_000), {|CNN301:Linear|}(100_000)]")]
    [InlineData("[Input(int.MaxValue / 2), {|CNN301:Linear|}(int.MaxValue)]")]
    [InlineData("[Input(1, 8, 8), {|CNN301:Conv2d|}(1, 3, Dilation = 1_000_000_000, Padding = 1_000_000_000)]")]
    public void CNN301_too_large(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN301_on_the_class_for_all_parameters_together() => Check.Marked(
        "using CnnGen;\n[Network, Input(40_000), Linear(40_000), Linear(40_000)]\npartial class {|CNN301:Net|};\n");

    [Theory]
    [InlineData("[Input(1, 12_000, 12_000), ReLU]")]
    [InlineData("[Input(1, 20_000, 20_000), ReLU]")]
    [InlineData("[Input(2_000_000_000), ReLU]")]
    [InlineData("[Input(1, 2, 2), Conv2d(1, 2, Dilation = 40_000, Padding = 20_000)]")]
    [InlineData("[Input(1, 2, 2), Upsample(16_000)]")]
    public void CNN301_on_the_class_for_working_memory(string layers)
    {
        string message = Assert.Single(Check.Marked($"using CnnGen;\n[Network]\n{layers}\npartial class {{|CNN301:Net|}};\n"));
        Assert.StartsWith("the network's working memory has more than", message, StringComparison.Ordinal);
    }

    /// <summary>Tensors of more than 4 GiB are cleared and copied, too.</summary>
    [Fact]
    public void Large_tensors_compile() => Check.Layers("[Input(1, 2_000, 2_000), Upsample(8)]");

    [Fact]
    public void One_mistake_gives_one_error_and_independent_ones_are_all_reported() => Check.Layers("""
        [Input(1, 28, 28)]
        [Conv2d(6, 5, {|CNN101:Stride = 0|}), Tanh, AvgPool2d(2)]
        [Conv2d(16, 5), MaxPool2d(3, {|CNN203:Padding = 2|})]
        [Linear(10), Dropout({|CNN101:2|})]
        """);

    [Theory]
    [InlineData("[Input(4), Linear(3), Tahn, Linear(\"a\", From = \"b\")]")]
    [InlineData("[Input(1, 8), Conv2d(3, 3, 3, 3), Linear(3)]")]
    [InlineData("[Input(1, 8, 8), Conv2d(3, 3, Strid = 3), Linear(3)]")]
    [InlineData("[Input(1, 8, unknown), MaxPool2d(9)]")]
    [InlineData("[Linear(2)] [Foo] [Input(")]
    [InlineData("[Input(4), Linear(4, Name = \"a\"), Add(System.Environment.NewLine)]")]
    [InlineData("[Input(4), Linear(4, Name = \"a\"), Multiply(\"a\", System.Environment.NewLine)]")]
    [InlineData("[Input(4), Linear(4, Name = \"a\"), Concat(new[] { \"a\", System.Environment.NewLine })]")]
    [InlineData("[Input(4), Linear(4, Name = \"a\"), Output(System.Environment.NewLine)]")]
    [InlineData("[Input(4), Linear(4, From = System.Environment.NewLine)]")]
    [InlineData("[Input(4, 8, 8), FixedConv2d(1, System.Environment.TickCount), Conv2d(2, 3)]")]
    [InlineData("[Input(2, 8, 8), Normalize(new double[] { 1, System.Environment.TickCount }, new double[] { 1 }), Conv2d(2, 3)]")]
    public void What_CSharp_rejects_already_is_not_reported_again(string layers)
    {
        NetworkBuild build = new NetworkCompiler { AllowCSharpErrors = true }.Build(Check.Network(layers));
        Assert.DoesNotContain(build.Diagnostics, diagnostic => !diagnostic.Id.StartsWith("CNN002", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_numbers_never_crash()
    {
        int[] numbers = [int.MinValue, int.MinValue + 1, -1, 0, 1, 2, 3, 1 << 16, int.MaxValue - 1, int.MaxValue];
        var random = new Random(12);
        for (int round = 0; round < 60; round++)
        {
            string layers = $"[Input({Pick()}, {Pick()}, {Pick()}), "
                + $"Conv2d({Pick()}, {Pick()}, {Pick()}, Stride = {Pick()}, Padding = {Pick()}, Dilation = {Pick()}, Groups = {Pick()}), "
                + $"MaxPool2d({Pick()}, PaddingTop = {Pick()}, StrideWidth = {Pick()}, DilationHeight = {Pick()}), Flatten, Linear({Pick()})]";
            NetworkBuild build = new NetworkCompiler().Build(Check.Network(layers));
            Assert.Contains(build.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        string Pick() => numbers[random.Next(numbers.Length)].ToString(CultureInfo.InvariantCulture);
    }
}
