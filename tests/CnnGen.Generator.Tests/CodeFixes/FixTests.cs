using CnnGen.CodeFixes;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.CodeFixes;

/// <summary>Every fix that is offered leads to a network that builds without the mistake.</summary>
public sealed class FixTests
{
    [Theory]
    [InlineData(
        "[Input(1, 5, 5), Conv2d(2, 3, Stride = 3)]",
        "Use Stride = 1 (output 2×3×3)", "Use Stride = 2 (output 2×2×2)", "Use PaddingBottom = 1 and PaddingRight = 1 (output 2×2×2)",
        "Use Rounding = Rounding.Floor (output 2×1×1)")]
    [InlineData("[Input(1, 5, 6), MaxPool2d(2)]", "Use Stride = 1 (output 1×4×5)", "Use PaddingBottom = 1 (output 1×3×3)",
        "Use Rounding = Rounding.Floor (output 1×2×3)")]
    [InlineData(
        "[Input(1, 7, 6), AvgPool2d(2, Rounding = Rounding.Exact, StrideHeight = 2)]",
        "Use StrideHeight = 1 (output 1×6×3)", "Use PaddingBottom = 1 (output 1×4×3)", "Use Rounding = Rounding.Floor (output 1×3×3)")]
    [InlineData("[Input(1, 4, 8), Conv2d(2, 5)]", "Use 4 for kernel (output 2×1×5)", "Use Padding = 1 (output 2×2×6)")]
    [InlineData("[Input(1, 4, 8), Conv2d(2, KernelHeight = 9, KernelWidth = 3)]", "Use KernelHeight = 4 (output 2×1×6)",
        "Use Padding = 3 (output 2×2×12)")]
    [InlineData("[Input(1, 8, 8), MaxPool2d(2, Padding = 2)]", "Use Padding = 1 (output 1×5×5)")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, Padding = 4)]", "Use Padding = 2 (output 1×10×10)")]
    [InlineData("[Input(6, 8, 8), Conv2d(12, 3, Groups = 4)]", "Use Groups = 3 (output 12×6×6)", "Use Groups = 6 (output 12×6×6)")]
    [InlineData("[Input(1, 9, 9), Conv2d(1, 3, Stride = 2, Padding = Pad.Same)]", "Use Stride = 1 (output 1×9×9)",
        "Use Padding = 1 (output 1×5×5)")]
    [InlineData(
        "[Input(1, 2, 9), Conv2d(1, 3, Padding = 2, PaddingMode = PaddingMode.Reflect)]",
        "Use Padding = 1 (output 1×2×9)", "Use PaddingMode = PaddingMode.Zeros (output 1×4×11)",
        "Use PaddingMode = PaddingMode.Replicate (output 1×4×11)")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, Padding = 1, PaddingTop = 1)]", "Remove PaddingTop (output 1×8×8)",
        "Remove Padding (output 1×7×6)")]
    [InlineData("[Input(1, 8, 8), Linear(3)]", "Insert Flatten (output 3)")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 1, Name = \"a\"), ReLU, Linear(3, From = \"a\")]", "Insert Flatten(From = \"a\") (output 3)")]
    [InlineData("[Input(8), CnnGen.BatchNorm2d]", "Use BatchNorm1d (output 8)")]
    [InlineData("[Input(8, 2, 2), BatchNorm1d]", "Use BatchNorm2d (output 8×2×2)", "Insert Flatten (output 32)")]
    [InlineData("[Input(1, 4, 4), Conv2d(1, 3, Name = \"first\"), ReLU(From = \"frist\")]", "Use From = \"first\"")]
    [InlineData(
        "[Input(1, 4, 4), Conv2d(1, 1, Name = \"conv1\"), Conv2d(1, 1, Name = \"conv2\"), Add(\"conv1\", \"cnv2\")]",
        "Use \"conv2\" for names")]
    [InlineData("[Input(1, 4, 4), Conv2d(1, 1, Name = \"c\"), Output(\"d\")]", "Use \"c\" for name")]
    [InlineData(
        "[Input(1, 4, 4), Conv2d(1, 1, Name = \"c\"), Conv2d(1, 1, Name = \"c\"), Conv2d(1, 1, Name = \"c_2\")]", "Use Name = \"c_3\"")]
    [InlineData("[Input(1, 4, 4), Conv2d(1, 1), Conv2d(1, 1, Name = \"0\")]", "Use Name = \"0_2\"")]
    [InlineData("[Input(1, 4, 4), ConvTranspose2d(1, 3, Stride = 2, OutputPadding = 2)]", "Use OutputPadding = 1 (output 1×10×10)")]
    [InlineData("[Input(1, 1, 1), ConvTranspose2d(1, 3, Padding = 2)]", "Use Padding = 1 (output 1×1×1)")]
    [InlineData("[Input(6, 4, 4), ChannelShuffle(4)]", "Use 3 for groups (output 6×4×4)", "Use 6 for groups (output 6×4×4)")]
    [InlineData("[Input(6, 4, 4), GroupNorm(groups: 5)]", "Use 3 for groups (output 6×4×4)", "Use 6 for groups (output 6×4×4)")]
    [InlineData("[Input(6, 4, 4), PixelShuffle(2)]", "Insert Conv2d(8, 1) (output 2×8×8)")]
    [InlineData(
        "[Input(16, 4, 4), Conv2d(16, 1, Name = \"a\"), ReLU, PixelShuffle(3, From = \"a\")]", "Use 2 for factor (output 4×8×8)",
        "Use 4 for factor (output 1×16×16)", "Insert Conv2d(18, 1, From = \"a\") (output 2×12×12)")]
    [InlineData("[Input(27, 2, 2), PixelShuffle(factor: 4)]", "Use 3 for factor (output 3×6×6)", "Insert Conv2d(32, 1) (output 2×8×8)")]
    [InlineData("[Input(8, 4, 4), Flatten, Conv2d(16, 3)]", "Remove Flatten (output 16×2×2)", "Use Linear and remove kernel (output 16)")]
    [InlineData(
        "[Input(8, 4, 4)]\n[Flatten]\n// why\n[Conv2d(16, 3, 1, Padding = 1, Groups = 1, Bias = false, Name = \"c\"), ReLU]",
        "Remove Flatten (output 16×4×6)",
        "Use Linear and remove kernelHeight and kernelWidth and Padding and Groups (output 16)")]
    [InlineData("[Input(8, 4, 4), Flatten, MaxPool2d(2)]", "Remove Flatten (output 8×2×2)")]
    [InlineData("[Input(8, 4, 4), Flatten, BatchNorm2d]", "Use BatchNorm1d (output 128)", "Remove Flatten (output 8×4×4)")]
    [InlineData("[Input(8, 4, 4), Flatten(Name = \"f\"), DepthwiseConv2d(2)]")]
    [InlineData("[Input(8, 4, 4), Flatten, ReLU, AvgPool2d(2)]")]
    [InlineData("[Input(8), Conv2d(16, 3)]", "Use Linear and remove kernel (output 16)")]
    [InlineData("[Input(8), Conv2d(outChannels: 16, kernel: 3)]")]
    [InlineData("[Input(3, 80, 80), Conv2d(3, 64, 3, Padding = 1)]", "Use 64 for outChannels and remove kernelHeight (output 64×80×80)",
        "Use KernelHeight = 64 and KernelWidth = 3 (output 3×19×80)")]
    [InlineData("[Input(4, 9, 9), MaxPool2d(3, 2, Rounding = Rounding.Floor)]", "Use Stride = 2 (output 4×4×4)",
        "Use KernelHeight = 3 and KernelWidth = 2 (output 4×3×4)")]
    [InlineData("[Input(4, 9, 8), AvgPool2d(3, 2)]", "Use KernelHeight = 3 and KernelWidth = 2 (output 4×3×4)")]
    [InlineData("[Input(3, 32, 32), Conv2d(3, 64, 3)]", "Use 32 for kernelHeight (output 3×1×30)", "Use Padding = 16 (output 3×1×62)",
        "Use 64 for outChannels and remove kernelHeight (output 64×30×30)")]
    [InlineData("[Input(4, 8, 8), AvgPool2d(8), GroupNorm(4)]", "Use 2 for groups (output 4×1×1)")]
    [InlineData("[Input(9, 1, 1), GroupNorm(groups: 9)]", "Use 3 for groups (output 9×1×1)")]
    [InlineData("[Input(1, 1, 1), GroupNorm]")]
    [InlineData("[Input(4, 8, 8), AvgPool2d(8), InstanceNorm2d(Momentum = 0.2, Affine = true)]",
        "Use LayerNorm and remove Momentum (output 4×1×1)")]
    [InlineData("[Input(4, 8, 8), AvgPool2d(8), CnnGen.InstanceNorm2d, ReLU]", "Use LayerNorm (output 4×1×1)")]
    [InlineData("[Input(1, 8, 8), AvgPool2d(8), InstanceNorm2d]")]
    [InlineData("[Input(4, 8, 8), Conv2d(1, 1), LayerNorm, Conv2d(2, 1)]", "Remove LayerNorm (output 1×8×8)")]
    [InlineData("[Input(4, 8, 8), Conv2d(1, 1), LayerNorm(Name = \"n\"), Conv2d(2, 1)]")]
    [InlineData("[Input(1), LayerNorm]")]
    [InlineData("[Input(6, 4, 4), Slice(4, 3)]", "Use 2 for count (output 2×4×4)")]
    [InlineData("[Input(6, 4, 4), Slice(6, 1)]", "Use 5 for start (output 1×4×4)")]
    [InlineData("[Input(1, 4, 4), CenterCrop2d(6, 3)]", "Use 4 for height (output 1×4×3)")]
    [InlineData("[Input(1, 4, 6), Pad2d(0, 0, -2, -3)]", "Use 0 for top (output 1×1×6)")]
    [InlineData("[Input(1, 4, 6), Pad2d(-2)]", "Use -1 for padding (output 1×2×4)")]
    [InlineData("[Input(1, 4, 4), Conv2d(4, 1), BatchNorm2d]", "Use Bias = false")]
    public async Task Offers(string layers, params string[] titles) => await ExpectAsync(Check.Network(layers), titles);

    [Theory]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(8, 3, Stride = 2, Padding = 1, Name = \"c\"), Add(Graph.Input), ReLU]",
        "Insert Conv2d(8, 1, Stride = 2, From = \"input\", Name = \"input_projection\") (output 8×4×4)")]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(8, 3, Padding = 1), ReLU, Add(Graph.Input), ReLU]",
        "Insert Conv2d(8, 1, From = \"input\", Name = \"input_projection\") (output 8×8×8)")]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(8, 1, Name = \"a\"), ReLU, Conv2d(6, 1), Add(\"a\", From = Graph.Input)]",
        "Insert Conv2d(4, 1, From = \"a\", Name = \"a_projection\") (output 4×8×8)")]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(8, 1, Name = \"a\"), Conv2d(6, 1, Name = \"b\"), Add(\"a\", \"b\")]",
        "Insert Conv2d(8, 1, From = \"b\", Name = \"b_projection\") (output 8×8×8)")]
    [InlineData(
        "[Input(4, 4, 4), Conv2d(8, 2, Stride = 2, Name = \"a\"), Upsample(2), Add(\"a\")]",
        "Insert Conv2d(8, 1, Stride = 2) (output 8×2×2)")]
    [InlineData("[Input(4, 8, 8), Conv2d(4, 3, Name = \"a\"), Add(Graph.Input)]",
        "Insert CenterCrop2d(6, 6, From = \"input\", Name = \"input_crop\") (output 4×6×6)")]
    [InlineData(
        "[Input(4), Linear(3), Add(Graph.Input)]", "Insert Linear(3, From = \"input\", Name = \"input_projection\") (output 3)")]
    [InlineData("[Input(4, 2, 2), Flatten, Add(Graph.Input)]", "Insert Flatten(From = \"input\", Name = \"input_flat\") (output 16)")]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(4, 3, Name = \"a\"), Multiply(Graph.Input)]",
        "Insert AdaptiveAvgPool2d(1) (output 4×8×8)")]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(4, 3, Name = \"a\"), Conv2d(5, 1, From = Graph.Input, Name = \"b\"), Concat(\"a\", \"b\")]",
        "Insert CenterCrop2d(6, 6, From = \"b\", Name = \"b_crop\") (output 9×6×6)")]
    [InlineData(
        "[Input(4, 8, 8), Conv2d(4, 3, Name = \"a\"), Concat(\"input\", \"a\", \"input\")]",
        "Insert CenterCrop2d(6, 6, From = \"input\", Name = \"input_crop\") (output 12×6×6)")]
    public async Task Offers_layers_between(string layers, params string[] titles) => await ExpectAsync(Check.Network(layers), titles);

    [Theory]
    [InlineData("[Network, Input(4), Linear(2)] class Net;", "Net", "Make the class partial")]
    [InlineData("static class Outer { struct Inner { [Network, Input(4), Linear(2)] class Net; } }", "Outer+Inner+Net", "Make the class partial")]
    [InlineData("class Outer { [Network, Input(4), Linear(2)] sealed partial class Net { } }", "Outer+Net", "Make the class partial")]
    [InlineData("[Network, Input(4), Linear(2)] record Net;", "Net")]
    public async Task CNN001_offers_partial(string source, string type, params string[] titles) =>
        await ExpectAsync("using CnnGen;\n" + source, titles, type);

    [Fact]
    public async Task A_fix_in_a_block_is_made_there()
    {
        string network = Check.Network("[Input(1, 8, 8), Apply<B>(3, Name = \"b\")]");
        FixedSource fix = (await FixedSource.OfferAsync(network + "[Block, Conv2d(Argument.First, 3, Stride = 2)] class B;")).Last();
        Assert.Equal(network + "[Block, Conv2d(Argument.First, 3, Stride = 2, Rounding = Rounding.Floor)] class B;", fix.Text);
    }

    [Fact]
    public async Task What_an_expression_computes_is_not_overwritten() => Assert.Equal(
        ["Use PaddingBottom = 1 and PaddingRight = 1 (output 3×4×4)", "Use Rounding = Rounding.Floor (output 3×3×3)"],
        (await FixedSource.OfferAsync(
            Check.Network("[Input(1, 8, 8), Apply<B>(2)]") + "[Block, Conv2d(3, 3, Stride = Argument.First)] class B;"))
            .Select(fix => fix.Title));

    [Theory]
    [InlineData("[Input(8, 4, 4)]\n[Flatten]\n[Conv2d(4, 3)]", "[Input(8, 4, 4)]\n[Conv2d(4, 3)]")]
    [InlineData("[Input(8, 4, 4)]\n[Flatten] // why\n[Conv2d(4, 3)]", "[Input(8, 4, 4)]\n // why\n[Conv2d(4, 3)]")]
    [InlineData("[Input(8, 4, 4)]\n[ReLU, Flatten]\n[Conv2d(4, 3)]", "[Input(8, 4, 4)]\n[ReLU]\n[Conv2d(4, 3)]")]
    [InlineData("[Input(8, 4, 4)]\n[Flatten, Conv2d(4, 3)]", "[Input(8, 4, 4)]\n[Conv2d(4, 3)]")]
    [InlineData("[Input(8, 4, 4), ReLU, Flatten, Conv2d(4, 3)]", "[Input(8, 4, 4), ReLU, Conv2d(4, 3)]")]
    public async Task A_layer_goes_and_its_neighbours_stay(string layers, string expected) =>
        Assert.Equal(Check.Network(expected), (await FixedSource.OfferAsync(Check.Network(layers)))[0].Text);

    [Fact]
    public async Task Arguments_go_and_others_stay() => Assert.Equal(
        Check.Network("[Input(8), Linear(4, Bias = false)]"),
        Assert.Single(await FixedSource.OfferAsync(
            Check.Network("[Input(8), Conv2d(4, 3, Stride = 2, Bias = false, Padding = 1, Dilation = 1)]"))).Text);

    [Theory]
    [InlineData(
        "[Input(1, 4, 4), Conv2d(4, 1), BatchNorm2d, Conv2d(4, 1, Name = \"c\"), BatchNorm2d]", "Use Bias = false",
        "[Input(1, 4, 4), Conv2d(4, 1, Bias = false), BatchNorm2d, Conv2d(4, 1, Name = \"c\", Bias = false), BatchNorm2d]")]
    [InlineData(
        "[Input(1, 7, 7), Conv2d(4, 2, Stride = 2, Name = \"a\")]\n[MaxPool2d(2, From = Graph.Input), Output(\"a\")]",
        "Use Rounding = Rounding.Floor (output 4×3×3)",
        "[Input(1, 7, 7), Conv2d(4, 2, Stride = 2, Name = \"a\", Rounding = Rounding.Floor)]\n"
            + "[MaxPool2d(2, From = Graph.Input, Rounding = Rounding.Floor), Output(\"a\")]")]
    public async Task Fixes_all(string layers, string title, string expected) =>
        Assert.Equal(Check.Network(expected), await FixedSource.FixAllAsync(Check.Network(layers), title));

    [Fact]
    public async Task Fixes_all_classes_that_are_not_partial()
    {
        const string Two = "using CnnGen;\n[Network, Input(4), Linear(2)] class A;\n[Network, Input(4), Linear(2)] class B;\n";
        Assert.Equal(
            Two.Replace("class", "partial class", StringComparison.Ordinal), await FixedSource.FixAllAsync(Two, "Make the class partial"));
    }

    [Fact]
    public void Providers_fix_only_what_is_reported() => Assert.All(
        new FixProvider[] { new ArgumentFixProvider(), new LayerFixProvider(), new DeclarationFixProvider() }
            .SelectMany(provider => provider.FixableDiagnosticIds),
        id => Assert.Contains(Descriptors.All, descriptor => descriptor.Id == id));

    /// <summary>Exactly these offers; each leaves no such mistake, and the only one, no mistake at all and a network that predicts.</summary>
    private static async Task ExpectAsync(string source, IReadOnlyList<string> titles, string type = "Net")
    {
        IReadOnlyList<FixedSource> fixes = await FixedSource.OfferAsync(source);
        Assert.Equal(titles, fixes.Select(fix => fix.Title));
        foreach (FixedSource fix in fixes)
        {
            NetworkBuild build = new NetworkCompiler().Build(fix.Text);
            Assert.DoesNotContain(
                build.Diagnostics,
                diagnostic => diagnostic.Id == fix.Id || (titles.Count == 1 && diagnostic.Severity == DiagnosticSeverity.Error));
            if (!build.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                Assert.NotEmpty(Prediction.Of(build.Load(type)));
            }
        }
    }
}
