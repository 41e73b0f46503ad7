namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN501 to CNN507: each with cases that it is for, and near ones that it is not for.</summary>
public sealed class HintTests
{
    [Theory]
    [InlineData(
        "[Input(3, 8, 8), Conv2d({|CNN501:12|}, 3), ReLU, Conv2d(5, 3)]",
        "Conv2d computes 12 channels in vectors for 16, 4 lanes of which stay idle; use 16 for the same time, or 8 for less")]
    [InlineData(
        "[Input(6), Linear({|CNN501:outFeatures: 7|}), Tanh, Linear(3)]",
        "Linear computes 7 features in vectors for 8, 1 lane of which stays idle; use 8 for the same time")]
    [InlineData("[Input(3, 8, 8), Conv2d(16, 3), ReLU, Conv2d(5, 3), ReLU, Flatten]")]
    [InlineData("[Input(3, 8, 8), DepthwiseConv2d(3), Conv2d(8, 1)]")]
    public void CNN501_idle_lanes(string layers, params string[] expected) =>
        Assert.Equal(expected, Check.Marked(Check.Network(layers), new() { EditorConfig = NetworkCompiler.SwitchOn("CNN501") }));

    [Fact]
    public void CNN501_is_off_by_default() => Check.Layers("[Input(3, 8, 8), Conv2d(12, 3), ReLU, Conv2d(5, 3)]");

    [Theory]
    [InlineData(
        "[Input(3, 8, 8), Conv2d(8, 3), ReLU, {|CNN502:ReLU|}, Conv2d(8, 3)]",
        "this ReLU reads what another ReLU gave and changes nothing; remove one of them")]
    [InlineData(
        "[Input(3, 8, 8), Conv2d(8, 3), Tanh, Dropout(0.5), Flatten, {|CNN502:Tanh|}, Linear(2)]",
        "this Tanh reads what another Tanh gave and applies the function a second time; remove one of them")]
    [InlineData(
        "[Input(4), Linear(3), LogSoftmax, {|CNN502:LogSoftmax|}]",
        "this LogSoftmax reads what another LogSoftmax gave and applies the function a second time; remove one of them")]
    [InlineData("[Input(3, 8, 8), Conv2d(8, 3), ReLU, ReLU6, Conv2d(8, 3)]")]
    [InlineData("[Input(3, 8, 8), Conv2d(3, 1), ReLU, Add(Graph.Input), ReLU, Conv2d(8, 3)]")]
    public void CNN502_activation_repeated(string layers, params string[] expected) => Assert.Equal(expected, Check.Layers(layers));

    [Theory]
    [InlineData("[Input(4), Linear(3), {|CNN503:Softmax|}]", "the output 3 comes from Softmax, but cross-entropy")]
    [InlineData("[Input(4, 2, 2), Conv2d(3, 2), {|CNN503:Softmax|}, Flatten]", "the output 3 comes from Softmax, but cross-entropy")]
    [InlineData("[Input(4), Linear(3), LogSoftmax]")]
    [InlineData("[Input(4, 2, 2), Conv2d(4, 1), Softmax, Multiply(Graph.Input)]")]
    public void CNN503_softmax_before_cross_entropy(string layers, params string[] expected) =>
        Assert.Equal(expected, Check.Layers(layers).Select(message => message[..message.IndexOf(", with", StringComparison.Ordinal)]));

    [Fact]
    public void CNN503_is_not_for_networks_that_are_only_run() =>
        Check.Marked(Check.Network("[Input(4), Linear(3), Softmax]", "(Training = false)"));

    [Theory]
    [InlineData(
        "[Input(4), Linear(3), {|CNN504:Dropout|}(0.25)]",
        "this Dropout zeroes 25 % of the output 3 in training, where nothing is left to make up for it; "
            + "remove it, or put it before the last layer with weights")]
    [InlineData(
        "[Input(3, 8, 8), Conv2d(8, 3), {|CNN504:DropPath|}(0.125, Name = \"path\"), ReLU]",
        "this DropPath zeroes 12.5 % of the output 8×6×6 in training, where nothing is left to make up for it; "
            + "put it before the last layer with weights")]
    [InlineData("[Input(4), Dropout(0.25), Linear(3)]")]
    [InlineData("[Input(4), Linear(3), Dropout(0)]")]
    [InlineData("[Input(4), Dropout(0.25)]")]
    [InlineData("[Input(4), Linear(4), DropPath(0.25), Add(Graph.Input)]")]
    public void CNN504_dropout_behind_the_last_layer(string layers, params string[] expected) =>
        Assert.Equal(expected, Check.Layers(layers));

    [Theory]
    [InlineData(
        "[Input(3, 8, 8), Conv2d(8, 8), {|CNN505:AdaptiveAvgPool2d|}(1), Conv2d(2, 1)]",
        "each window of this AdaptiveAvgPool2d holds one pixel of 8×1×1, so that it changes nothing; remove it")]
    [InlineData(
        "[Input(3, 8, 8), {|CNN505:MaxPool2d|}(1), Conv2d(2, 3)]",
        "each window of this MaxPool2d holds one pixel of 3×8×8, so that it changes nothing; remove it")]
    [InlineData(
        "[Input(3, 1, 1), {|CNN505:MaxPool2d|}(3, Stride = 1, Padding = 1, Name = \"pool\"), Conv2d(2, 1)]",
        "each window of this MaxPool2d holds one pixel of 3×1×1, so that it changes nothing; leave it out")]
    [InlineData("[Input(3, 1, 1), AvgPool2d(3, Stride = 1, Padding = 1), Conv2d(2, 1)]")]
    [InlineData("[Input(3, 8, 1), MaxPool2d(2, 1, Stride = 1), Conv2d(2, 1)]")]
    public void CNN505_pool_of_one_pixel(string layers, params string[] expected) => Assert.Equal(expected, Check.Layers(layers));

    /// <summary>A stride passes over pixels, which is another matter.</summary>
    [Fact]
    public void CNN505_is_not_for_pools_that_leave_pixels_out() =>
        Check.Layers("[Input(3, 8, 8), MaxPool2d(1, {|CNN213:Stride = 2|}, Rounding = Rounding.Floor), Conv2d(2, 3)]");

    [Theory]
    [InlineData(
        "[Input(4), Linear(8, Bias = false), BatchNorm1d, Linear(3, {|CNN506:Bias = false|})]",
        "the output 3 of this Linear has no bias, and BatchNorm1d before it is none: a norm replaces the bias of the layer before it, not "
            + "behind it; remove Bias = false, if the output needs an offset")]
    [InlineData(
        "[Input(3, 8, 8), BatchNorm2d, Dropout(0.1), Conv2d(3, 3, {|CNN506:Bias = false|}), Tanh]",
        "the output 3×6×6 of this Conv2d has no bias, and BatchNorm2d before it is none: a norm replaces the bias of the layer before it, "
            + "not behind it; remove Bias = false, if the output needs an offset")]
    [InlineData("[Input(4), Linear(8, Bias = false), BatchNorm1d, Linear(3)]")]
    [InlineData("[Input(4), Linear(8, Bias = false), BatchNorm1d, ReLU, Linear(3, Bias = false)]")]
    [InlineData("[Input(4), BatchNorm1d, Linear(3, Bias = false), BatchNorm1d]")]
    public void CNN506_norm_before_the_output(string layers, params string[] expected) => Assert.Equal(expected, Check.Layers(layers));

    [Theory]
    [InlineData(
        "[Input(3, 32, 16), Conv2d(8, 3), ReLU, Conv2d(8, 3), {|CNN507:AdaptiveAvgPool2d|}(1), Flatten, Linear(3)]",
        "each pixel that this AdaptiveAvgPool2d puts together sees 5 of the input's 32 rows, so that the network tells nothing larger "
            + "from its parts; use more layers, a stride or a dilation before it, if larger things matter")]
    [InlineData(
        "[Input(3, 32, 32), Conv2d(8, 3, Padding = 1), {|CNN507:MaxPool2d|}(32), Conv2d(3, 1)]",
        "each pixel that this MaxPool2d puts together sees 3 of the input's 32 rows, so that the network tells nothing larger "
            + "from its parts; use more layers, a stride or a dilation before it, if larger things matter")]
    [InlineData("[Input(3, 32, 32), Conv2d(8, 3, Dilation = 15, Padding = 15), Conv2d(8, 3), AdaptiveAvgPool2d(1), Flatten, Linear(3)]")]
    [InlineData("[Input(3, 32, 32), Conv2d(3, 3), MaxPool2d(2), Flatten, Linear(3)]")]
    [InlineData("[Input(3, 8, 8), Conv2d(3, 1, Name = \"x\"), AdaptiveAvgPool2d(1), Conv2d(3, 1), Sigmoid, Multiply(\"x\")]")]
    [InlineData("[Input(3, 8, 8), AdaptiveAvgPool2d(1), Flatten, Linear(3)]")]
    public void CNN507_receptive_field_smaller_than_the_input(string layers, params string[] expected) =>
        Assert.Equal(expected, Check.Layers(layers));

    /// <summary>A block's layer is named only where the hint holds for each of its applications.</summary>
    [Theory]
    [InlineData("[Input(3, 8, 8), Conv2d(8, 3), Apply<B>(Repeat = 2)]", "[Block, {|CNN502:ReLU|}] class B;", false)]
    [InlineData("[Input(3, 8, 8), Conv2d(8, 3), ReLU, Apply<B>(Repeat = 2)]", "[Block, {|CNN502:ReLU|}] class B;", true)]
    public void Hints_in_blocks_hold_wherever_the_block_stands(string layers, string block, bool holds) => Check.Marked(
        Check.Network(layers) + (holds ? block : block.Replace("{|CNN502:ReLU|}", "ReLU", StringComparison.Ordinal)));

    /// <summary>Hints do not matter where there is a mistake.</summary>
    [Fact]
    public void Mistakes_come_first() => Check.Layers("[Input(3, 8, 8), Conv2d(8, {|CNN101:0|}), ReLU, ReLU, Dropout(0.5)]");

    [Theory]
    [InlineData(
        "[Input(4), Linear(4), ReLU, ReLU, Linear(2)]", "Remove ReLU (later layers without names count anew)",
        "[Input(4), Linear(4), ReLU, Linear(2)]")]
    [InlineData("[Input(4), Linear(4), Tanh, Tanh, Linear(2, Name = \"a\")]", "Remove Tanh",
        "[Input(4), Linear(4), Tanh, Linear(2, Name = \"a\")]")]
    [InlineData("[Input(4), Linear(4)]\n[Dropout(0.5)]", "Remove Dropout", "[Input(4), Linear(4)]")]
    [InlineData("[Input(4), Linear(4)]\n[Dropout(0.5), ReLU]", "Remove Dropout", "[Input(4), Linear(4)]\n[ReLU]")]
    [InlineData("[Input(4), BatchNorm1d, Linear(2, Bias = false)]", "Remove Bias", "[Input(4), BatchNorm1d, Linear(2)]")]
    [InlineData(
        "[Input(4), Linear(4, Name = \"a\"), ReLU, ReLU(From = \"a\"), Add(\"a\"), ReLU, ReLU(Name = \"b\"), Add(\"b\", \"a\")]",
        null, null)]
    public async Task Fixes_remove_what_nothing_refers_to(string layers, string? title, string? expected)
    {
        FixedSource? fix = (await FixedSource.OfferAsync(Check.Network(layers))).FirstOrDefault();
        Assert.Equal(title, fix?.Title);
        Assert.Equal(expected is null ? null : Check.Network(expected), fix?.Text);
    }

    [Fact]
    public async Task CNN503_offers_no_training_too() => Assert.Equal(
        Check.Network("[Input(4), Linear(4), Softmax]", "(Training = false)"),
        (await FixedSource.OfferAsync(Check.Network("[Input(4), Linear(4), Softmax]")))
            .Single(fix => fix.Title == "Use Training = false").Text);
}
