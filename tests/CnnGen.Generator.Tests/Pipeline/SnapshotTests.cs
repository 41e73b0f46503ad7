using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>The emitted text of small networks is kept in the repository, so that a change of it is seen and reviewed.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const string File = "Net.g.cs.txt";

    // short files: LeNet-5 is smaller than the paper's, with rests of 6 and 10 channels; the others have 48, which need no rests in
    // vectors of any width
    private static readonly Dictionary<string, string> Networks = new()
    {
        ["LeNet5"] = """
            [Input(1, 12, 12)]
            [Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
            [Conv2d(48, 5), Tanh, AvgPool2d(2)]
            [Flatten]
            [Linear(48), Tanh]
            [Linear(48), Tanh]
            [Linear(10)]
            """,
        ["ResidualBlock"] = """
            [Input(48, 8, 8)]
            [Conv2d(48, 1, Stride = 2, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
            [Conv2d(48, 3, Stride = 2, Padding = 1, Bias = false, From = Graph.Input, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
            [Conv2d(48, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
            [Add("downsample.1"), ReLU]
            """,
        ["UNetStep"] = """
            [Input(48, 8, 8)]
            [Conv2d(48, 3, Padding = 1), ReLU(Name = "down"), MaxPool2d(2)]
            [Conv2d(48, 3, Padding = 1), ReLU]
            [ConvTranspose2d(48, 2, Stride = 2, Name = "up"), Concat("up", "down")]
            [Conv2d(48, 3, Padding = 1), ReLU]
            """,
        ["DepthwiseBlock"] = """
            [Input(48, 8, 8)]
            [Conv2d(48, 1, Name = "expand"), ReLU]
            [DepthwiseConv2d(3, Padding = 1, Name = "depthwise"), ReLU(Name = "features")]
            [AdaptiveAvgPool2d(1), Conv2d(48, 1, Name = "squeeze"), ReLU, Conv2d(48, 1, Name = "excite"), Sigmoid]
            [Multiply("features")]
            [Conv2d(48, 1, Name = "project")]
            [Add(Graph.Input)]
            """,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public static TheoryData<string> Names => [.. Networks.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_emitted_text_is_the_one_in_the_repository(string name)
    {
        string source = $"using CnnGen;\n\n[Network]\n{Networks[name]}\npublic sealed partial class {name};\n";
        GeneratedSourceResult emitted = new NetworkCompiler().Build(source).Run.GeneratedSources.Single();
        Snapshots.Stored.Verify($"{emitted.HintName}.txt", emitted.SourceText.ToString());
    }

    [Fact]
    public void Every_file_has_its_network() =>
        Assert.Empty(Snapshots.Stored.Files.Except(Networks.Keys.Select(name => $"{name}.g.cs.txt")));

    [Theory]
    [InlineData("one\n2\nthree\n", "line 2", "'two'", "'2'")]
    [InlineData("one\ntwo\r\nthree\n", "line 2", "'two'", "'two\\r'")]
    [InlineData("\uFEFFone\ntwo\nthree\n", "line 1", "'one'", "'\uFEFFone'")]
    [InlineData("one\ntwo\nthree\nfour\n", "line 4", "''", "'four'")]
    [InlineData("one\ntwo\nthree", "line 4", "''", "(end)")]
    public void A_changed_text_is_noticed(string text, string line, string stored, string emitted)
    {
        new Snapshots(_folder, rewrite: true).Verify(File, "one\ntwo\nthree\n");
        var snapshots = new Snapshots(_folder, rewrite: false);
        snapshots.Verify(File, "one\ntwo\nthree\n");

        string[] report = Assert.Throws<FailException>(() => snapshots.Verify(File, text)).Message.Split('\n');
        Assert.Equal($"{Path.Combine(_folder, File)} differs in {line}:", report[0]);
        Assert.Equal($"file:    {stored}", report[1]);
        Assert.Equal($"now:     {emitted}", report[2]);
        Assert.Contains(Snapshots.Variable, report[3], StringComparison.Ordinal);
        snapshots.Verify(File, "one\ntwo\nthree\n");
    }

    [Fact]
    public void A_changed_file_is_noticed_and_rewritten_on_demand()
    {
        new Snapshots(_folder, rewrite: true).Verify(File, "old\n");
        Assert.Throws<FailException>(() => new Snapshots(_folder, rewrite: false).Verify(File, "new\n"));
        new Snapshots(_folder, rewrite: true).Verify(File, "new\n");
        new Snapshots(_folder, rewrite: false).Verify(File, "new\n");
    }

    [Fact]
    public void A_missing_file_fails_and_is_not_written()
    {
        FailException exception = Assert.Throws<FailException>(() => new Snapshots(_folder, rewrite: false).Verify(File, "text\n"));
        Assert.Contains($"{File} does not exist", exception.Message, StringComparison.Ordinal);
        Assert.Empty(new Snapshots(_folder, rewrite: false).Files);
    }
}
