using System.IO.Compression;
using CnnGen.Formats;

namespace CnnGen.Tool.Tests.Formats;

/// <summary>Files that CnnGen writes.</summary>
public class WritingTests
{
    [Theory]
    [InlineData("state.pt", ".safetensors")]
    [InlineData("state.pt", ".pt")]
    [InlineData("state.pt", ".pth")]
    [InlineData("state.pt", ".npz")]
    [InlineData("big.pt", ".safetensors")]
    [InlineData("arrays.npz", ".npz")]
    [InlineData("arrays.npz", ".safetensors")]
    public void What_is_written_reads_back(string name, string extension)
    {
        using var folder = new TemporaryFolder();
        using TensorFile source = TensorFile.Open(FormatFiles.PathOf(name));
        string path = folder["größe" + extension];
        TensorFile.Save(path, source.Tensors);
        using TensorFile written = TensorFile.Open(path);
        Dictionary<string, double[]> expected = FormatFiles.ExpectedOf(name);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal),
            written.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        foreach (NamedTensor tensor in written.Tensors)
        {
            NamedTensor original = source.Tensors.Single(other => other.Name == tensor.Name);
            bool isWidened = extension == ".npz" && original.Type == DataType.BF16;
            Assert.Equal(isWidened ? DataType.F32 : original.Type, tensor.Type);
            Assert.Equal(original.Shape, tensor.Shape);
            Assert.Equal(expected[tensor.Name], FormatFiles.Values(tensor));
        }
    }

    /// <summary>PyTorch and NumPy have read the committed files (make_formats.py check), and what is written now is the same.</summary>
    [Theory]
    [InlineData(".pt")]
    [InlineData(".npz")]
    public void What_is_written_is_what_PyTorch_and_NumPy_have_read(string extension)
    {
        using var folder = new TemporaryFolder();
        using TensorFile source = TensorFile.Open(FormatFiles.PathOf("state.pt"));
        TensorFile.Save(folder["now" + extension], source.Tensors);
        Assert.Equal(Entries(FormatFiles.PathOf("written" + extension)), Entries(folder["now" + extension]));
    }

    [Theory]
    [InlineData("a.txt", "found '.txt'")]
    [InlineData("a", "found ''")]
    public void Another_extension_is_refused(string name, string message)
    {
        using var folder = new TemporaryFolder();
        var refusal = Assert.Throws<InvalidDataException>(() => TensorFile.Save(folder[name], []));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_type_that_a_format_lacks_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        using TensorFile source = TensorFile.Open(FormatFiles.PathOf("arrays.npz"));
        var refusal = Assert.Throws<InvalidDataException>(() => TensorFile.Save(folder["a.pt"], source.Tensors));
        Assert.Contains("tensor 'uint64': expected a type that PyTorch has, found U64", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData(1.0009765f, DataType.F16, 1.0009766)] // the nearest
    [InlineData(1.00048828125f, DataType.F16, 1)] // a tie, to even
    [InlineData(1.00390625f, DataType.BF16, 1)]
    [InlineData(1.01171875f, DataType.BF16, 1.015625)]
    [InlineData(float.PositiveInfinity, DataType.F16, double.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, DataType.BF16, double.NegativeInfinity)]
    [InlineData(float.NaN, DataType.BF16, double.NaN)]
    [InlineData(-0.0f, DataType.F16, -0.0)]
    public void Rounding_is_to_the_nearest(float value, DataType type, double expected) =>
        Assert.Equal(expected, FormatFiles.Values(NamedTensor.FromFloats("a", [1], new[] { value }).As(type))[0], 6);

    [Theory]
    [InlineData(65520f, DataType.F16)]
    [InlineData(float.MaxValue, DataType.BF16)]
    public void A_number_that_does_not_fit_is_refused(float value, DataType type)
    {
        var refusal = Assert.Throws<InvalidDataException>(
            () => FormatFiles.Values(NamedTensor.FromFloats("a", [2], new[] { 0, value }).As(type)));
        Assert.Contains($"tensor 'a': expected numbers that fit {type}", refusal.Message, StringComparison.Ordinal);
    }

    private static (string Name, string Content)[] Entries(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Select(entry =>
        {
            using Stream stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.FullName, Convert.ToHexString(copy.ToArray()));
        })];
    }
}
