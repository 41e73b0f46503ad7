using CnnGen.Formats;
using CnnGen.Operators.Tests.Networks;
using CnnGen.Tool.Tests.Export;
using CnnGen.Tool.Tests.Formats;

namespace CnnGen.Tool.Tests.Commands;

/// <summary>The command line: results, exit codes, messages, and that nothing is left behind.</summary>
public class CommandTests
{
    private const char Escape = '\u001b';

    private static string ThisAssembly => typeof(CommandTests).Assembly.Location;

    [Fact]
    public async Task Convert_says_what_it_wrote()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.Of("convert", FormatFiles.PathOf("state.pt"), folder["a.safetensors"], "--dtype", "bf16");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"{folder["a.safetensors"]}: 23 tensors from PyTorch, ", run.Output, StringComparison.Ordinal);
        using TensorFile file = TensorFile.Open(folder["a.safetensors"]);
        Assert.All(file.Tensors, tensor => Assert.Equal(!tensor.IsFloat, tensor.Type != DataType.BF16));
        Assert.Equal(DataType.I64, file.Tensors.Single(tensor => tensor.Name == "long").Type);
    }

    [Fact]
    public async Task A_file_may_be_converted_in_place()
    {
        using var folder = new TemporaryFolder();
        File.Copy(FormatFiles.PathOf("state.pt"), folder["a.pt"]);
        Assert.Equal(0, (await ToolRun.Of("convert", folder["a.pt"], folder["a.pt"], "--dtype", "f32")).ExitCode);
        using TensorFile file = TensorFile.Open(folder["a.pt"]);
        Assert.Equal(FormatFiles.ExpectedOf("state.pt")["half"], FormatFiles.Values(file.Tensors.Single(tensor => tensor.Name == "half")));
        Assert.Equal(["a.pt"], folder.Files);
    }

    [Theory]
    [InlineData(2, "'model.state_dict() alone'", "convert", "{evil.pt}", "{out}/a.npz")]
    [InlineData(2, "expected the extension .safetensors, .npz, .pt or .pth, found '.txt'", "convert", "{state.pt}", "{out}/a.txt")]
    [InlineData(2, "expected a type that PyTorch has, found U64", "convert", "{arrays.npz}", "{out}/a.pt")]
    [InlineData(2, "--help tells", "convert", "{state.pt}")]
    [InlineData(2, "f64", "convert", "{state.pt}", "{out}/a.pt", "--dtype", "f64")]
    [InlineData(2, "--help tells", "unknown")]
    [InlineData(1, "Could not find file", "convert", "{out}/nothing.pt", "{out}/a.npz")]
    [InlineData(1, "cannot be written", "convert", "{state.pt}", "{out}/no/folder/a.npz")]
    [InlineData(2, "expected an ONNX model", "import", "{state.pt}", "--out", "{out}/models")]
    [InlineData(2, "expected positive numbers with x between", "import", "{state.pt}", "--input", "1x3xhx224", "--out", "{out}/models")]
    [InlineData(2, "expected a compiled .NET assembly", "export", "{state.pt}", "--weights", "{state.pt}", "-o", "{out}/a.onnx")]
    [InlineData(2, "expected one network 'Nothing'", "export", "{this}", "--network", "Nothing",
        "--weights", "{state.pt}", "-o", "{out}/a.onnx")]
    [InlineData(2, "expected one network, or --network with a name", "export", "{this}", "--weights", "{state.pt}", "-o", "{out}/a.onnx")]
    [InlineData(2, "does not hold these parameters", "export", "{this}", "--network", "RoundedUp",
        "--weights", "{state.pt}", "-o", "{out}/a.onnx")]
    public async Task A_mistake_has_a_message_and_leaves_nothing(int code, string message, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.Of([.. arguments.Select(argument =>
            argument == "{this}" ? ThisAssembly
            : argument.StartsWith("{out}", StringComparison.Ordinal) ? folder[argument[6..]]
            : argument.StartsWith('{') ? FormatFiles.PathOf(argument[1..^1])
            : argument)]);
        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("cnngen: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message.Trim('\''), run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData(".safetensors")]
    [InlineData(".pt")]
    [InlineData(".npz")]
    public async Task Export_writes_the_weights_of_any_format(string extension)
    {
        using var folder = new TemporaryFolder();
        var network = new RoundedUp(5);
        network.Save(folder["a.safetensors"]);
        await ToolRun.Of("convert", folder["a.safetensors"], folder["b" + extension]);
        ToolRun run = await ToolRun.Of(
            "export", ThisAssembly, "--network", "RoundedUp", "--weights", folder["b" + extension], "-o", folder["c.onnx"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var model = new MemoryStream();
        CnnGen.Onnx.OnnxExport.SaveOnnx(network, model);
        Assert.Equal(model.ToArray(), File.ReadAllBytes(folder["c.onnx"]));
    }

    [Fact]
    public async Task Import_writes_a_class_and_its_weights_which_verify_compares()
    {
        using var folder = new TemporaryFolder();
        string assembly = typeof(TransposeInside).Assembly.Location;
        CnnGen.Onnx.OnnxExport.SaveOnnx(new TransposeInside(5), folder["TransposeInside.onnx"]);
        ToolRun import = await ToolRun.Of("import", folder["TransposeInside.onnx"], "--namespace", "Models", "--out", folder["models"]);
        Assert.True(import is { ExitCode: 0, Error: "" }, import.Error);
        string source = await File.ReadAllTextAsync(Path.Combine(folder["models"], "TransposeInside.cs"));
        Assert.Contains("namespace Models", source, StringComparison.Ordinal);
        using (TensorFile weights = TensorFile.Open(Path.Combine(folder["models"], "TransposeInside.safetensors")))
        {
            Assert.Equal(
                TransposeInside.Info.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
                weights.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        }

        ToolRun same = await ToolRun.Of("verify", folder["TransposeInside.onnx"], assembly);
        Assert.True(same is { ExitCode: 0, Error: "" }, same.Error);
        ToolRun exact = await ToolRun.Of("verify", folder["TransposeInside.onnx"], assembly, "--tolerance", "0");
        Assert.Equal(2, exact.ExitCode);
        Assert.Contains("differs from", exact.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_is_plain_text_with_whole_names_where_no_terminal_is()
    {
        ToolRun run = await ToolRun.Of("inspect", FormatFiles.PathOf("state.pt"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain(Escape, run.Output);
        Assert.DoesNotContain("│", run.Output, StringComparison.Ordinal);
        Assert.Contains("channels_last", run.Output, StringComparison.Ordinal);
        Assert.Contains("format PyTorch, tensors 23", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "convert", "export", "inspect")]
    [InlineData("convert --help", "--dtype", "bf16")]
    [InlineData("--version", ".")]
    public async Task Help_and_version_are_output(string arguments, params string[] words)
    {
        ToolRun run = await ToolRun.Of(arguments.Split(' '));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }
}
