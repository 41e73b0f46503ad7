using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Networks as Mermaid graphs: a comment for the compiler, a file for the reader.</summary>
public sealed class DiagramTests
{
    private const string Property = "build_property.CnnGenDiagram";
    private const string Asked = "(Diagram = true)";

    private static readonly Dictionary<string, string> Networks = new()
    {
        ["Residual"] = """
            [Input(8, 8, 8)]
            [Conv2d(16, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
            [Apply<Basic>(16, 1, Name = "layer1", Repeat = 2), Apply<Stage>(32, Name = "layer2")]
            [AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
            """,
        ["UNet"] = """
            [Input(3, 16, 16)]
            [Conv2d(8, 3, Padding = 1), ReLU(Name = "down1"), MaxPool2d(2)]
            [Conv2d(16, 3, Padding = 1), ReLU(Name = "down2"), MaxPool2d(2)]
            [Conv2d(32, 3, Padding = 1), ReLU]
            [ConvTranspose2d(16, 2, Stride = 2, Name = "up2"), Concat("up2", "down2"), Conv2d(16, 3, Padding = 1), ReLU]
            [ConvTranspose2d(8, 2, Stride = 2, Name = "up1"), Concat("up1", "down1"), Conv2d(8, 3, Padding = 1), ReLU(Name = "features")]
            [Conv2d(2, 1, Name = "mask")]
            [Output("mask"), Output("features")]
            """,
    };

    private const string Blocks = """

        [Block]
        [Conv2d(Basic.Width, 1, Stride = Basic.Step, Bias = false, Name = "downsample.0"), BatchNorm2d(Name = "downsample.1")]
        [Conv2d(Basic.Width, 3, Stride = Basic.Step, Padding = 1, Bias = false, From = Graph.Input), BatchNorm2d, ReLU]
        [Conv2d(Basic.Width, 3, Padding = 1, Bias = false), BatchNorm2d, Add("downsample.1"), ReLU]
        class Basic { public const int Width = Argument.First, Step = Argument.Second; }

        [Block, Apply<Basic>(Argument.First, 2, Name = "0"), Apply<Basic>(Argument.First, 1, Name = "1")]
        class Stage;
        """;

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_diagram_is_the_one_in_the_repository(string name)
    {
        NetworkBuild build = new NetworkCompiler().Build(Check.Network(Networks[name], Asked) + Blocks);
        Snapshots.Diagrams.Verify($"{name}.mmd", File(build));
    }

    [Fact]
    public void Every_file_has_its_network() => Assert.Equal(Networks.Keys.Select(name => $"{name}.mmd"), Snapshots.Diagrams.Files);

    [Fact]
    public void The_property_draws_every_network_and_the_argument_one()
    {
        string two = Check.Network("[Input(4), Linear(2)]", Asked) + "[Network, Input(4), Linear(2)] partial class Other;";
        Assert.Equal(["Net-diagram.g.cs", "Net.g.cs", "Other.g.cs"], HintNames(new NetworkCompiler().Build(two)));
        var all = new NetworkCompiler { BuildProperties = new() { [Property] = "true" } };
        Assert.Equal(["Net-diagram.g.cs", "Net.g.cs", "Other-diagram.g.cs", "Other.g.cs"], HintNames(all.Build(two)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(Diagram = false)")]
    public void Nothing_is_drawn_unasked(string options) =>
        Assert.Equal(["Net.g.cs"], HintNames(new NetworkCompiler().Build(Check.Network("[Input(4), Linear(2)]", options))));

    [Fact]
    public void A_network_with_mistakes_is_not_drawn() =>
        Assert.Equal(["Net.g.cs"], HintNames(new NetworkCompiler().Build(Check.Network("[Input(4), Linear(0)]", Asked))));

    /// <summary>What Mermaid reads as its own becomes a number; the name itself is the one of the layer.</summary>
    [Theory]
    [InlineData("a.b_c-d(e):f,g", "a.b_c-d(e):f,g")]
    [InlineData("end", "end")]
    [InlineData("a;b#`c`[d]{e}|f", "a#59;b#35;#96;c#96;#91;d#93;#123;e#125;#124;f")]
    [InlineData("größe→", "größe#8594;")]
    public void Labels_are_escaped(string name, string expected)
    {
        NetworkBuild build = new NetworkCompiler().Build(Check.Network($"[Input(4), Linear(2, Name = \"{name}\")]", Asked));
        Assert.Contains($"    v1[\"{expected} Linear<br/>2\"]\n", File(build), StringComparison.Ordinal);
    }

    private static string[] HintNames(NetworkBuild build) =>
        [.. build.Run.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal)];

    /// <summary>The file that the build's target makes of the emitted one, by the target's own expression.</summary>
    private static string File(NetworkBuild build)
    {
        string emitted = build.Run.GeneratedSources.Single(source => source.HintName.EndsWith("-diagram.g.cs", StringComparison.Ordinal))
            .SourceText.ToString();
        XDocument targets = XDocument.Load(Repository.Path("runtime/CnnGen/build/CnnGen.targets"));
        string lines = targets.Descendants("WriteLinesToFile").Single().Attribute("Lines")!.Value;
        string pattern = Assert.Single(Regex.Matches(lines, @"TrimEnd\(\)\), '(.*?)', ''\)").ToList()).Groups[1].Value;
        return Regex.Replace(emitted.TrimEnd(), pattern, "") + "\n";
    }
}
