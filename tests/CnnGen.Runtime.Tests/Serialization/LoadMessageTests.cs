using System.IO.Compression;

namespace CnnGen.Runtime.Tests;

/// <summary>A refusal says all that does not fit, and the way out.</summary>
public class LoadMessageTests
{
    [Fact]
    public void AllNamesAreSaid()
    {
        byte[] file = TensorFile.Of(
            TensorFile.Vector<float>("a", "F32", 1, 2), TensorFile.Vector<float>("b", "F32", 1, 2, 3),
            TensorFile.Vector<long>("c", "I64", 1), TensorFile.Vector<float>("x", "F32", 1),
            TensorFile.Vector("y", "F16", Half.One, Half.One));
        string message = TensorFile.Refusal(file, ("a", 3), ("b", 2), ("c", 1), ("d", 5), ("e", 6));
        Assert.Contains(
            "tensor 'a': expected shape 3, found 2; tensor 'b': expected shape 2, found 3; "
            + "tensor 'c': expected dtype F32, found I64 (F16, BF16 and F64 are converted); "
            + "expected tensors 'd' (F32 5), 'e' (F32 6), found tensors 'x' (F32 1), 'y' (F16 2), "
            + "which the network does not have.", message);
        Assert.Contains("""Rename = name => name == "a" ? null : name, AllowMissing = true""", message);
        Assert.Contains("LoadOptions.AllowMissing", message);
        Assert.Contains("LoadOptions.IgnoreUnexpected", message);
    }

    [Fact]
    public void AMillionNamesAreNotSaid()
    {
        byte[] file = TensorFile.Of([.. Enumerable.Range(0, 1500).Select(i => TensorFile.Vector<float>($"x{i}", "F32", 1))]);
        string message = TensorFile.Refusal(file);
        Assert.Contains("'x999' (F32 1), and 500 more", message);
        Assert.DoesNotContain("'x1000'", message);
    }

    [Theory]
    [InlineData("module.")]
    [InlineData("model.")]
    [InlineData("_orig_mod.module.")]
    public void AWrappersPrefixIsRecognised(string prefix)
    {
        byte[] file = TensorFile.Of(
            TensorFile.Vector<float>(prefix + "conv.weight", "F32", 1), TensorFile.Vector<float>(prefix + "conv.bias", "F32", 1),
            TensorFile.Vector<long>(prefix + "bn.num_batches_tracked", "I64", 1));
        string message = TensorFile.Refusal(file, ("conv.weight", 1), ("conv.bias", 1), ("head.weight", 1));
        Assert.Contains($"2 of 3 missing tensors are in the file behind \"{prefix}\", a wrapper's prefix: ", message);
        Assert.EndsWith($"load with new LoadOptions {{ Rename = LoadOptions.WithoutPrefix(\"{prefix}\") }}.", message);
    }

    [Fact]
    public void AWrapperAroundTheNetworkIsRecognised()
    {
        byte[] file = TensorFile.Of(TensorFile.Vector<float>("conv.weight", "F32", 1), TensorFile.Vector<float>("conv.bias", "F32", 1));
        string message = TensorFile.Refusal(file, ("backbone.conv.weight", 1), ("backbone.conv.bias", 1));
        Assert.Contains("new LoadOptions { Rename = name => \"backbone.\" + name }", message);
    }

    [Fact]
    public void AStrayLikenessIsNoWrapper()
    {
        byte[] file = TensorFile.Of(TensorFile.Vector<float>("old.bias", "F32", 1));
        string message = TensorFile.Refusal(file, ("bias", 1), ("a", 1), ("b", 1), ("c", 1));
        Assert.DoesNotContain("wrapper", message);
    }

    [Fact]
    public void AZipOfTorchIsRecognised()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("archive/data.pkl").Open().Dispose();
        }

        AssertConverts("a zip archive", stream.ToArray());

        // torch.save writes zeros where other programs write the version of the format: a length that a header could have.
        AssertConverts("a zip archive", [.. "PK"u8, 3, 4, 0, 0, 0, 0, .. new byte[100]]);
    }

    [Fact]
    public void APickleIsRecognised()
    {
        AssertConverts("a Python pickle", [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E]);
        AssertConverts("a Python pickle", [0x80, 4, 0x95, 3, 0, 0, 0, 0, 0, 0, 0, 0x7D, 0x94, 0x2E]);
    }

    [Fact]
    public void APlaceholderOfGitIsRecognised() =>
        Assert.Contains("git lfs pull", TensorFile.Refusal([.. "version https://git-lfs.github.com/spec/v1\noid sha256:"u8]));

    /// <summary>Headers of these lengths begin with the bytes of a pickle.</summary>
    [Theory]
    [InlineData(0x0280)]
    [InlineData(0x10280)]
    public void AFileThatLooksLikeAPickleIsNone(int headerLength)
    {
        byte[] file = TensorFile.Of(headerLength, TensorFile.Vector<float>("a", "F32", 1, 2));
        Assert.Equal([1, 2], TensorFile.Load(file, TensorFile.Parameters(("a", 2))));
        Assert.Contains("bytes until the end", TensorFile.Refusal(file[..500], ("a", 2)));
    }

    private static void AssertConverts(string kind, byte[] file)
    {
        string message = TensorFile.Refusal(file, ("a", 1));
        Assert.Contains($"expected safetensors, found {kind}", message);
        Assert.Contains("save_file({name: tensor.contiguous()", message);
    }
}
