using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN215: numbers that PyTorch reads in another order, and the named sides of a kernel.</summary>
public sealed class PyTorchOrderTests
{
    [Theory]
    [InlineData(
        "[Input(3, 80, 80), Conv2d(3, {|CNN215:64|}, 3, Padding = 1)]",
        "Conv2d(3, 64, 3) is 3 output channels of a 64×3 kernel here, but in PyTorch 3 input channels, 64 output channels and a 3×3 "
            + "kernel; write Conv2d(64, 3) for that, or Conv2d(3, KernelHeight = 64, KernelWidth = 3) if this is meant")]
    [InlineData(
        "[Input(1, 28, 28), Conv2d(1, {|CNN215:6|}, 5)]",
        "Conv2d(1, 6, 5) is 1 output channel of a 6×5 kernel here, but in PyTorch 1 input channel, 6 output channels and a 5×5 kernel; "
            + "write Conv2d(6, 5) for that, or Conv2d(1, KernelHeight = 6, KernelWidth = 5) if this is meant")]
    [InlineData(
        "[Input(4, 9, 8), MaxPool2d(3, {|CNN215:2|})]",
        "MaxPool2d(3, 2) is a 3×2 window here, but in PyTorch a 3×3 window with stride 2; "
            + "write MaxPool2d(3, Stride = 2) for that, or MaxPool2d(KernelHeight = 3, KernelWidth = 2) if this is meant")]
    [InlineData(
        "[Input(4, 8, 9), AvgPool2d(2, {|CNN215:3|}, CountIncludePad = false)]",
        "AvgPool2d(2, 3) is a 2×3 window here, but in PyTorch a 2×2 window with stride 3; "
            + "write AvgPool2d(2, Stride = 3) for that, or AvgPool2d(KernelHeight = 2, KernelWidth = 3) if this is meant")]
    public void CNN215_shows_both_readings(string layers, string expected) => Assert.Equal(expected, Assert.Single(Check.Layers(layers)));

    [Theory]
    [InlineData("[Input(8, 20, 20), Conv2d(8, {|CNN215:16|}, 1)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(8, {|CNN215:16|}, 3, Groups = 4)]")]
    [InlineData("[Input(8, 20, 20), ReLU, Conv2d(16, 1), Conv2d(16, {|CNN215:4|}, 3)]")]
    [InlineData("[Input(4, 8, 8), MinPool2d(4, {|CNN215:2|}, Name = \"a\")]")]
    public void CNN215_numbers_in_the_order_of_PyTorch(string layers) => Check.Layers(layers);

    [Theory]
    [InlineData("[Input(8, 20, 20), Conv2d(8, KernelHeight = 16, KernelWidth = 3)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(8, kernelHeight: 16, kernelWidth: 3)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(4, 16, 3)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(8, 8, 8)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(8, 1, 7)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(8, 7, 1)]")]
    [InlineData("[Input(8, 20, 20), Conv2d(8, 5, 3, Groups = 4)]")]
    [InlineData("[Input(4, 9, 9), MaxPool2d(3, 3), MaxPool2d(1, 3), AvgPool2d(3, 1)]")]
    [InlineData("[Input(4, 9, 8), MaxPool2d(KernelHeight = 3, KernelWidth = 2)]")]
    [InlineData("[Input(4, 9, 8), AvgPool2d(kernelHeight: 3, kernelWidth: 2)]")]
    [InlineData("[Input(4, 9, 8), MaxPool2d(3, 2, StrideHeight = 3, StrideWidth = 2)]")]
    public void What_is_meant_is_not_warned_of(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN215_is_a_warning_and_stands_in_a_block_once()
    {
        Check.Marked(
            Check.Network("[Input(4, 32, 32), Apply<B>(Name = \"a\"), Conv2d(4, 1), Apply<B>(Name = \"b\")]")
            + "[Block, Conv2d(4, {|CNN215:8|}, 3)] class B;");
        NetworkBuild build = new NetworkCompiler().Build(Check.Network("[Input(3, 80, 80), Conv2d(3, 64, 3)]"));
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(build.Diagnostics).Severity);
    }

    /// <summary>Where the kernel does not fit there is one error, and it names the other reading.</summary>
    [Theory]
    [InlineData(
        "[Input(3, 32, 32), Conv2d(3, {|CNN201:64|}, 3)]",
        "use a kernel of at most 32 or Padding = 16 or Conv2d(64, 3) if PyTorch's order of numbers is meant")]
    [InlineData("[Input(1, 9, 5), Conv2d(1, 3, {|CNN201:7|})]", "use a kernel of at most 5 or Padding = 1")]
    public void CNN201_names_the_reading_of_PyTorch(string layers, string expected) =>
        Assert.EndsWith($"; {expected}", Assert.Single(Check.Layers(layers)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{|CNN101:Conv2d|}(4)", "kernel must be written, or KernelHeight and KernelWidth, but is missing")]
    [InlineData("{|CNN101:MaxPool2d|}", "kernel must be written, or KernelHeight and KernelWidth, but is missing")]
    [InlineData("{|CNN101:Subsample2d|}(Stride = 2)", "kernel must be written, or KernelHeight and KernelWidth, but is missing")]
    [InlineData("{|CNN101:Conv2d|}(4, KernelWidth = 3)", "KernelHeight must be written beside KernelWidth but is missing")]
    [InlineData("{|CNN101:DepthwiseConv2d|}(KernelHeight = 3)", "KernelWidth must be written beside KernelHeight but is missing")]
    [InlineData("AvgPool2d({|CNN101:KernelHeight = 0|}, KernelWidth = 2)", "KernelHeight must be at least 1 but is 0")]
    [InlineData("Conv2d(4, 3, {|CNN102:KernelWidth = 5|})", "KernelWidth contradicts kernel, which sets the same; remove one of them")]
    [InlineData(
        "Conv2d(4, 3, 2, {|CNN102:KernelWidth = 5|})", "KernelWidth contradicts kernelWidth, which sets the same; remove one of them")]
    [InlineData(
        "FixedConv2d(1, 2.5, {|CNN102:KernelHeight = 1|})", "KernelHeight contradicts kernelSize, which sets the same; remove one of them")]
    [InlineData(
        "Conv2d(4, {|CNN201:KernelHeight = 9|}, KernelWidth = 1)",
        "kernel 9 does not fit into height 8 with padding 0 (9 > 8 + 0); use a kernel of at most 8 or Padding = 1")]
    public void A_kernel_is_written_once(string layer, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Layers($"[Input(4, 8, 8), {layer}]")));

    [Theory]
    [InlineData("Conv2d(4, 5, 3)", "Conv2d(4, KernelHeight = 5, KernelWidth = 3)")]
    [InlineData("Conv2d(4, 1, 3, Groups = 4)", "DepthwiseConv2d(KernelWidth = 3, KernelHeight = 1)")]
    [InlineData("MaxPool2d(4, 2)", "MaxPool2d(KernelHeight = 4, KernelWidth = 2)")]
    [InlineData("MinPool2d(1, 2)", "MinPool2d(KernelHeight = 1, KernelWidth = 2)")]
    [InlineData("AvgPool2d(2)", "AvgPool2d(KernelHeight = 2, KernelWidth = 2)")]
    [InlineData("Subsample2d(2)", "Subsample2d(KernelHeight = 2, KernelWidth = 2)")]
    [InlineData("SeparableConv2d(6, 3)", "SeparableConv2d(6, KernelHeight = 3, KernelWidth = 3)")]
    public void Sides_by_name_are_the_same_kernel(string positional, string named) => Assert.Equal(
        Specs.Graph($"[Input(4, 8, 8), {positional}]").Nodes.Select(node => node.Operator),
        Specs.Graph($"[Input(4, 8, 8), {named}]").Nodes.Select(node => node.Operator));
}
