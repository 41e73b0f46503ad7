using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN401 and CNN402: weights that a project embeds, compared with the network when it is compiled.</summary>
public sealed class WeightsTests : IDisposable
{
    private const string Net = "[Input(4), Linear(3, Name = \"fc\"), ReLU, Linear(2, Name = \"head\")]";

    private static readonly string[] Right = ["fc.weight F32 3×4", "fc.bias F32 3", "head.weight F32 2×3", "head.bias F32 2"];

    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_fits_is_said_nothing_of() => Assert.Empty(Messages(Right));

    [Fact]
    public void Order_trailing_ones_and_counters_do_not_matter() => Assert.Empty(Messages(
        "head.bias F32 2", "bn.num_batches_tracked I64", "head.weight F32 2×3×1×1", "fc.bias F64 3", "fc.weight BF16 3×4"));

    [Fact]
    public void All_that_differs_is_one_mistake() => Expect(
        ["fc.weight F32 4×3", "fc.bias I64 3", "head.weight F32 2×3", "extra F16 7×1"],
        "CNN401: weights 'net.safetensors' do not fit 'Net': tensor 'fc.weight': expected shape 3×4, found 4×3; tensor 'fc.bias': expected "
        + "dtype F32, found I64 (F16, BF16 and F64 are converted); expected tensor 'head.bias' (F32 2), found tensor 'extra' (F16 7×1), "
        + "which the network does not have");

    [Fact]
    public void Missing_tensors_are_named() => Expect(
        ["fc.weight F32 3×4", "fc.bias F32 3"],
        "CNN401: weights 'net.safetensors' do not fit 'Net': expected tensors 'head.weight' (F32 2×3), 'head.bias' (F32 2), found no "
        + "tensors of those names");

    [Fact]
    public void Unexpected_tensors_are_named() => Expect(
        [.. Right, "aux.weight F32 2×3"],
        "CNN401: weights 'net.safetensors' do not fit 'Net': expected no other tensors, found tensor 'aux.weight' (F32 2×3), which the "
        + "network does not have");

    [Fact]
    public void A_layer_that_was_renamed_is_recognised() => Expect(
        ["features.0.weight F32 3×4", "features.0.bias F32 3", "head.weight F32 2×3", "head.bias F32 2"],
        "CNN401: weights 'net.safetensors' do not fit 'Net': expected tensors 'fc.weight' (F32 3×4), 'fc.bias' (F32 3), found tensors "
        + "'features.0.weight' (F32 3×4), 'features.0.bias' (F32 3), which the network does not have; fc.weight looks like "
        + "features.0.weight, fc.bias looks like features.0.bias: name the layers as the file does (Name = \"features.0\" for 'fc'), or "
        + "rename the file's tensors");

    [Fact]
    public void Many_renamed_layers_are_summed_up()
    {
        string[] tensors = [.. Enumerable.Range(0, 5).SelectMany(i => new[] { $"{i}.weight F32 2×2", $"{i}.bias F32 2" })];
        string layers = string.Concat(Enumerable.Range(0, 5).Select(i => $", Linear(2, Name = \"l{i}\")"));
        Diagnostic found = Assert.Single(_folder.Compiler(tensors).Build(Check.Network($"[Input(2){layers}]")).Diagnostics);
        Assert.EndsWith(
            "; l0.weight looks like 0.weight, l0.bias looks like 0.bias, l1.weight looks like 1.weight, l1.bias looks like 1.bias and 6 "
            + "more likewise: name the layers as the file does (Name = \"0\" for 'l0'), or rename the file's tensors", Text(found));
    }

    [Fact]
    public void A_wrapper_in_the_file_is_recognised() => Assert.EndsWith(
        "; 4 of 4 missing tensors are in the file behind \"model.\", a wrapper's prefix: save them without it",
        Assert.Single(Messages([.. Right.Select(tensor => $"model.{tensor}")])));

    [Fact]
    public void A_wrapper_in_the_network_is_recognised()
    {
        NetworkCompiler compiler = _folder.Compiler("fc.weight F32 2×2", "fc.bias F32 2");
        string source = Check.Network("[Input(2), Apply<Head>(Name = \"body\")]") + "[Block, Linear(2, Name = \"fc\")] class Head;";
        Assert.EndsWith(
            "; 2 of 2 missing tensors are in the file without \"body.\": save them with it, or take the Name of that layer or Apply away",
            Text(Assert.Single(compiler.Build(source).Diagnostics)));
    }

    [Fact]
    public void A_file_that_is_not_there() => ExpectFile(
        _folder.PathOf("net.safetensors"), "there is no such file; Include is its path from the project's folder");

    [Fact]
    public void A_folder_in_place_of_a_file()
    {
        Directory.CreateDirectory(_folder.PathOf("net.safetensors"));
        ExpectFile(_folder.PathOf("net.safetensors"), "the file exists, but the compiler may not read it");
    }

    public static TheoryData<byte[], string> Damaged => new()
    {
        { [], "expected a header length of 8 bytes, found 0 bytes in all" },
        { WeightsFolder.Of(Right)[..100], "expected a header of 256 bytes, found 92 bytes until the end" },
        { WeightsFolder.Of(Right)[..^1], "expected 92 bytes of data after the header, found 91" },
        { [.. WeightsFolder.Of(Right), 0], "expected 92 bytes of data after the header, found 93" },
        { [0, 0, 0, 0, 0, 0, 0, 1, 2], "expected a header of at most 100000000 bytes, found 72057594037927936" },
        { WeightsFolder.Of("{\"a\":[]}", []), "tensor 'a': expected JSON StartObject, found StartArray" },
        { WeightsFolder.Of("{\"a\":}", []), "expected a JSON header, found: '}' instead of a value at byte 5" },
        {
            "version https://git-lfs.github.com/spec/v1"u8.ToArray(),
            "expected safetensors, found text, such as Git LFS leaves in place of a file; fetch the file by git lfs pull"
        },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file(byte[] bytes, string fault) =>
        ExpectFile(_folder.Write("net.safetensors", bytes), $"the file is damaged: {fault}");

    [Fact]
    public void A_file_of_PyTorch() => Assert.StartsWith(
        "CNN402: weights 'net.pth' cannot be embedded: the file is damaged: expected safetensors, found a zip archive, as torch.save "
        + "writes it (.pth, .pt); convert it once in Python: from safetensors.torch import save_file",
        Text(Assert.Single(Build([new(_folder.Write("net.pth", "PK\u0003\u0004 and so on"u8.ToArray()), "Net")], Check.Network(Net)))));

    [Fact]
    public void Two_files_for_one_network() => Assert.Equal(
        "CNN402: weights 'a.safetensors' cannot be embedded: 'Net' gets weights from 'a.safetensors' and 'b.safetensors'; keep one of them",
        Text(Assert.Single(Build(
            [new(_folder.Write("a.safetensors", Right), "Net"), new(_folder.Write("b.safetensors", Right), "Net")], Check.Network(Net)))));

    [Theory]
    [InlineData("Nett", "no network is named 'Nett'; the project has 'A.Net', 'B.Net' and 'B.Outer.Inner'")]
    [InlineData("et", "no network is named 'et'; the project has 'A.Net', 'B.Net' and 'B.Outer.Inner'")]
    [InlineData("Net", "'Net' may be 'A.Net' or 'B.Net': write the whole name")]
    [InlineData("", "<CnnWeights Include=\"x.safetensors\" Network=\"A.Net\" /> says for which network: write its Network")]
    public void A_file_for_no_network_is_reported_at_the_file(string network, string fault)
    {
        string path = _folder.Write("x.safetensors", Right);
        Diagnostic found = Assert.Single(Build([new(path, network)], Several));
        Assert.Equal($"CNN402: weights 'x.safetensors' cannot be embedded: {fault}", Text(found));
        Assert.Equal(path, found.Location.GetLineSpan().Path);
    }

    [Fact]
    public void A_file_without_any_network() => Assert.Equal(
        "CNN402: weights 'x.safetensors' cannot be embedded: no network is named 'Net'; the project has none; is [Network] missing above "
        + "the class?",
        Text(Assert.Single(Build([new(_folder.Write("x.safetensors", Right), "Net")], "class Net;"))));

    [Theory]
    [InlineData("A.Net,B.Net")]
    [InlineData("B.Outer.Inner")]
    [InlineData("B.Outer+Inner")]
    [InlineData("Inner,B.Net")]
    public void Names_may_be_whole_or_an_end_that_is_unique_and_several(string networks) =>
        Assert.Empty(Build([new(_folder.Write("x.safetensors", Right), networks)], Several));

    [Fact]
    public void Where_the_analyzer_may_be_off_the_generator_reports()
    {
        var compiler = new NetworkCompiler
        {
            Weights = [new(_folder.Write("x.safetensors", "fc.weight F32 3×4"), "A.Net"), new(_folder.PathOf("y.safetensors"), "C")],
            BuildProperties = { ["build_property.TargetFramework"] = "net10.0" },
        };
        Assert.Equal(["CNN401", "CNN402"], compiler.Build(Several).Run.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    private static string Several =>
        $"using CnnGen;\nnamespace A {{ [Network]\n{Net} partial class Net; }}\nnamespace B {{ [Network]\n{Net} partial class Net; "
        + $"partial struct Outer {{ [Network]\n{Net} partial class Inner; }} }}\n";

    private IReadOnlyList<Diagnostic> Build(IReadOnlyList<EmbeddedFile> weights, string source) =>
        new NetworkCompiler { Weights = weights }.Build(source).Diagnostics;

    private string[] Messages(params string[] tensors) => [.. _folder.Compiler(tensors).Build(Check.Network(Net)).Diagnostics.Select(Text)];

    /// <summary>One mistake, at the class's name.</summary>
    private void Expect(string[] tensors, string text)
    {
        string marked = Check.Network(Net).Replace("class Net", "class {|CNN401:Net|}", StringComparison.Ordinal);
        Assert.Equal([text[8..]], Check.Marked(marked, _folder.Compiler(tensors)));
    }

    private static void ExpectFile(string path, string fault)
    {
        string marked = Check.Network(Net).Replace("class Net", "class {|CNN402:Net|}", StringComparison.Ordinal);
        Assert.Equal(
            [$"weights 'net.safetensors' cannot be embedded: {fault}"],
            Check.Marked(marked, new NetworkCompiler { Weights = [new(path, "Net")] }));
    }

    private static string Text(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
