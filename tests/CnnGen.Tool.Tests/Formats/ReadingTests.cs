using CnnGen.Formats;

namespace CnnGen.Tool.Tests.Formats;

/// <summary>Files that PyTorch and NumPy wrote, element by element.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("state.pt", "PyTorch")]
    [InlineData("zip64.pt", "PyTorch")]
    [InlineData("big.pt", "PyTorch")]
    [InlineData("checkpoint.pth", "PyTorch")]
    [InlineData("protocol4.pt", "PyTorch")]
    [InlineData("single.pt", "PyTorch")]
    [InlineData("arrays.npz", "npz")]
    [InlineData("compressed.npz", "npz")]
    [InlineData("array.npy", "npy")]
    [InlineData("version2.npy", "npy")]
    public void A_file_holds_what_its_library_wrote(string name, string format)
    {
        Dictionary<string, double[]> expected = FormatFiles.ExpectedOf(name);
        using TensorFile file = TensorFile.Open(FormatFiles.PathOf(name));
        Assert.Equal(format, file.Format);
        Assert.Equal(expected.Keys, file.Tensors.Select(tensor => tensor.Name));

        // Twice: a tensor may be read as often as one likes, in any order.
        foreach (NamedTensor tensor in file.Tensors.Reverse().Concat(file.Tensors))
        {
            Assert.Equal(expected[tensor.Name], FormatFiles.Values(tensor));
        }
    }

    [Fact]
    public void Types_and_shapes_are_those_of_the_file()
    {
        using TensorFile file = TensorFile.Open(FormatFiles.PathOf("state.pt"));
        Assert.Equal(
            [
                "float F32 2×3×2×2", "parameter F32 5", "half F16 7", "brain BF16 7", "double F64 3×2", "long I64 3",
                "int I32 2", "short I16 2",
                "char I8 2", "byte U8 2", "bool Bool 3", "scalar F32 scalar", "empty F32 0×3", "transposed F32 3×4", "permuted F32 4×2×3",
                "channels_last F32 2×3×4×5", "first.part F32 3×4", "second.part F32 3×4", "every.second F32 12",
                "slice F32 12", "tied.a F32 40",
                "tied.b F32 40", "größe F32 1",
            ],
            file.Tensors.Select(tensor => tensor.ToString()));
    }

    [Theory]
    [InlineData("module.pt", "torch.nn.modules.container.Sequential", "save model.state_dict() alone")]
    [InlineData("evil.pt", "posix.system", "a pickle could run code")]
    [InlineData("expanded.pt", "more elements than its storage's 1", "clone()")]
    [InlineData("legacy.pt", "until PyTorch 1.6")]
    [InlineData("objects.npz", "objects are pickles")]
    [InlineData("text.npz", "elements of type '<U1'")]
    public void What_is_no_tensor_is_refused_by_name(string name, params string[] message)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => TensorFile.Open(FormatFiles.PathOf(name)));
        Assert.StartsWith($"'{FormatFiles.PathOf(name)}' cannot be read: ", refusal.Message, StringComparison.Ordinal);
        Assert.All(message, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_pickle_runs_nothing()
    {
        const string Mark = "a-pickle-ran-this"; // in the working folder, where the pickle's command would make it
        File.Delete(Mark);
        Assert.Throws<InvalidDataException>(() => TensorFile.Open(FormatFiles.PathOf("evil.pt")));
        Assert.False(File.Exists(Mark));
    }
}
