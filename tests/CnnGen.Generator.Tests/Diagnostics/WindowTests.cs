namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN201 to CNN206 and CNN213: windows over their input.</summary>
public sealed class WindowTests
{
    [Theory]
    [InlineData("[Input(1, 5, 9), Conv2d(1, {|CNN201:7|})]")]
    [InlineData("[Input(1, 9, 5), Conv2d(1, 3, {|CNN201:7|})]")]
    [InlineData("[Input(1, 5, 5), Conv2d(1, {|CNN201:7|}, {|CNN201:8|})]")]
    [InlineData("[Input(1, 5, 5), Conv2d(1, {|CNN201:3|}, Dilation = 3)]")]
    [InlineData("[Input(1, 5, 5), MaxPool2d({|CNN201:6|})]")]
    [InlineData("[Input(1, 5, 5), Conv2d(1, {|CNN201:int.MaxValue|}, Dilation = int.MaxValue)]")]
    public void CNN201_kernel_larger_than_the_padded_input(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN201_shows_the_arithmetic() => Assert.Equal(
        "kernel 3 with dilation 3 does not fit into height 5 with padding 1 (7 > 5 + 1); use a kernel of at most 2 or a smaller dilation",
        Assert.Single(Check.Layers("[Input(1, 5, 5), Conv2d(1, {|CNN201:3|}, Dilation = 3, PaddingTop = 1, PaddingWidth = 1)]")));

    [Theory]
    [InlineData("Conv2d(1, {|CNN201:7|})", "use a kernel of at most 5 or Padding = 1")]
    [InlineData("Conv2d(1, {|CNN201:10|}, Padding = 1)", "use a kernel of at most 7 or Padding = 3")]
    [InlineData("Conv2d(1, {|CNN201:3|}, Dilation = 3)", "use a kernel of at most 2 or a smaller dilation or Padding = 1")]
    [InlineData("Conv2d(1, {|CNN201:7|}, PaddingTop = 1, PaddingWidth = 1)", "use a kernel of at most 6")]
    [InlineData("MaxPool2d({|CNN201:11|}, Stride = 1)", "use a kernel of at most 5 or Padding = 3")]
    [InlineData("MaxPool2d({|CNN201:16|}, Stride = 1)", "use a kernel of at most 5")]
    public void CNN201_names_the_ways_out(string layer, string expected)
    {
        string message = Assert.Single(Check.Layers($"[Input(1, 5, 5), {layer}]"));
        Assert.EndsWith($"; {expected}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Input(1, 5, 5), Conv2d(1, 3, {|CNN202:Stride = 3|})]")]
    [InlineData("[Input(1, 5, 6), Conv2d(1, 3, {|CNN202:StrideHeight = 3|})]")]
    [InlineData("[Input(1, 6, 5), Conv2d(1, 3, Stride = 1), Conv2d(1, 2, 2, StrideHeight = 2, {|CNN202:StrideWidth = 2|})]")]
    [InlineData("[Input(1, 7, 7), MaxPool2d({|CNN202:2|})]")]
    [InlineData("[Input(1, 8, 7), AvgPool2d(2, {|CNN202:2|})]")]
    [InlineData("[Input(1, 28, 28), MaxPool2d(3, {|CNN202:Stride = 2|}, Rounding = Rounding.Exact)]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN202:Stride = 4|}, PaddingTop = 1, PaddingWidth = 2)]")]
    public void CNN202_stride_leaves_input_unread(string layers) => Check.Layers(layers);

    [Theory]
    [InlineData("[Input(3, 224, 224), Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false), ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]")]
    [InlineData("[Input(3, 224, 224), Conv2d(64, 11, Stride = 4, Padding = 2), ReLU, MaxPool2d(3, Stride = 2)]")]
    [InlineData("[Input(1, 7, 7), MaxPool2d(2, Rounding = Rounding.Floor)]")]
    [InlineData("[Input(1, 7, 7), MaxPool2d(2, Rounding = Rounding.Ceil)]")]
    [InlineData("[Input(1, 8, 8), Conv2d(8, 1), Conv2d(8, 3, Padding = Pad.Same, PaddingMode = PaddingMode.Reflect)]")]
    [InlineData("[Input(1, 2, 2), Conv2d(8, 5, Padding = 2, PaddingMode = PaddingMode.Circular)]")]
    [InlineData(
        "[Input(1, 16, 16), Conv2d(8, 5, Stride = 2, Padding = 2), MaxPool2d(2), ReLU, "
        + "Conv2d(12, 3, Padding = 1), MaxPool2d(2), ReLU, Conv2d(2, 2), LogSoftmax]")]
    public void Correct_networks_give_none(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN202_says_nothing_where_the_network_rounds() =>
        Check.Marked(Check.Network("[Input(1, 7, 7), MaxPool2d(2)]", "(Rounding = Rounding.Floor)"));

    [Theory]
    [InlineData(
        "[Input(1, 5, 5), Conv2d(1, 3, {|CNN202:Stride = 3|})]",
        "stride 3 over height 5 with kernel 3 leaves 2 rows unread ((5 + 0 − 3) mod 3 = 2); "
        + "use Stride = 1 or 2, PaddingBottom = 1, or Rounding = Rounding.Floor to accept it")]
    [InlineData(
        "[Input(1, 8, 7), MaxPool2d({|CNN202:2|})]",
        "stride 2 over width 7 with kernel 2 leaves 1 column unread ((7 + 0 − 2) mod 2 = 1); "
        + "use Stride = 1, PaddingRight = 1, or Rounding = Rounding.Floor to accept it")]
    public void CNN202_shows_the_arithmetic_and_the_way_out(string layers, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Layers(layers)));

    [Theory]
    [InlineData("[Input(1, 9, 9), MaxPool2d(3, Stride = 1, {|CNN203:Padding = 2|})]")]
    [InlineData("[Input(1, 9, 9), AvgPool2d(2, Stride = 1, {|CNN203:PaddingLeft = 2|})]")]
    [InlineData("[Input(1, 9, 9), Conv2d(1, 3, {|CNN203:Padding = 3|})]")]
    [InlineData("[Input(1, 9, 9), Conv2d(1, 3, PaddingTop = 2, {|CNN203:PaddingBottom = 4|})]")]
    public void CNN203_padding_too_large(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN203_is_an_error_for_pools_and_a_warning_for_convolutions()
    {
        NetworkBuild pool = new NetworkCompiler().Build(Check.Network("[Input(1, 9, 9), MaxPool2d(3, Stride = 1, Padding = 2)]"));
        NetworkBuild convolution = new NetworkCompiler().Build(Check.Network("[Input(1, 9, 9), Conv2d(1, 3, Padding = 3)]"));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, Assert.Single(pool.Diagnostics).Severity);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, Assert.Single(convolution.Diagnostics).Severity);
    }

    [Theory]
    [InlineData("[Input(4, 8, 8), Conv2d(6, 3, {|CNN204:Groups = 3|})]", "3 groups do not divide 4 input channels (4 mod 3 = 1); use Groups = 2")]
    [InlineData("[Input(1, 8, 8), Conv2d(6, 3, {|CNN204:Groups = 3|})]", "3 groups do not divide 1 input channel (1 mod 3 = 1); use Groups = 1")]
    [InlineData("[Input(6, 8, 8), Conv2d(8, 3, {|CNN204:Groups = 3|})]", "3 groups do not divide 8 output channels (8 mod 3 = 2); use Groups = 2")]
    [InlineData(
        "[Input(16, 8, 8), Conv2d(32, 3, {|CNN204:Groups = 3|})]", "3 groups do not divide 16 input channels (16 mod 3 = 1); use Groups = 2 or 4")]
    public void CNN204_groups_do_not_divide(string layers, string expected) => Assert.Equal(expected, Assert.Single(Check.Layers(layers)));

    [Theory]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, Stride = 2, {|CNN205:Padding = Pad.Same|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, StrideWidth = 2, {|CNN205:PaddingWidth = Pad.Same|})]")]
    public void CNN205_same_padding_with_a_stride(string layers) => Assert.Contains(
        "use Stride = 1, or give the padding as a number, for example Padding", Assert.Single(Check.Layers(layers)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Input(1, 2, 9), Conv2d(1, 3, {|CNN206:Padding = 2|}, PaddingMode = PaddingMode.Reflect)]")]
    [InlineData("[Input(1, 9, 2), Conv2d(1, 5, PaddingLeft = 1, {|CNN206:PaddingRight = 3|}, PaddingMode = PaddingMode.Circular)]")]
    [InlineData("[Input(1, 2, 9), Conv2d(1, 5, {|CNN206:Padding = Pad.Same|}, PaddingMode = PaddingMode.Reflect)]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN206:Padding = 8|}, PaddingMode = PaddingMode.Reflect)]")]
    public void CNN206_padding_reaches_beyond_the_input(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN206_shows_the_way_out() => Assert.Equal(
        "reflect padding 2 needs a height of at least 3 but it is 2; use padding of at most 1, or PaddingMode.Zeros or Replicate",
        Assert.Single(Check.Layers("[Input(1, 2, 9), Conv2d(1, 3, {|CNN206:Padding = 2|}, PaddingMode = PaddingMode.Reflect)]")));

    [Theory]
    [InlineData("[Input(1, 9, 9), Conv2d(1, 1, {|CNN213:Stride = 2|})]")]
    [InlineData("[Input(1, 10, 11), MaxPool2d(2, {|CNN213:StrideWidth = 3|})]")]
    public void CNN213_stride_larger_than_the_kernel(string layers) => Check.Layers(layers);
}
