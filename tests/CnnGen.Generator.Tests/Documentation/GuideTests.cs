using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Documentation;

/// <summary>The examples of README.md and of the guides compile without warnings, run, and print what the page says.</summary>
public sealed class GuideTests
{
    /// <summary>README speaks of one image, many, and their labels as everybody has them.</summary>
    private const string Given = """
        new LeNet5(seed: 1).Save("lenet5.safetensors");
        float[] image = new float[784], images = new float[64 * 784], moreImages = images;
        int[] labels = new int[64], moreLabels = labels;
        """;

    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.GetFiles(Repository.Path("docs/guides"), "*.md").Order().Select(page => $"docs/guides/{Path.GetFileName(page)}"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Examples_do_what_the_page_says(string page)
    {
        var guide = new Guide(File.ReadAllText(Repository.Path(page)), page == "README.md" ? Given : "");
        NetworkBuild build = new NetworkCompiler().Build(guide.Program);
        Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("guide-");
        try
        {
            object printed = build.Load("Guide").GetMethod("Run")!.Invoke(null, [folder.FullName])!;
            Assert.Equal(guide.Printed, (IEnumerable<string>)printed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Readme_quotes_the_compiler()
    {
        var guide = new Guide(File.ReadAllText(Repository.Path("README.md")));

        (string source, string message) = Assert.Single(guide.Mistakes);
        Diagnostic diagnostic = Assert.Single(new NetworkCompiler().Build(source).Diagnostics);
        Assert.Equal(message, $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    [Fact]
    public void A_page_is_read_as_its_author_means_it()
    {
        var guide = new Guide("""
            ```csharp
            [Network, Input(2), Linear(1)]
            public sealed partial class Net;
            ```

            ```csharp
            Console.WriteLine(Net.InputLength);
            ```

            ```text
            3
            ```
            """);

        Assert.Equal(["3\n"], guide.Printed);
        NetworkBuild build = new NetworkCompiler().Build(guide.Program);
        Assert.Equal(new List<string> { "2\n" }, build.Load("Guide").GetMethod("Run")!.Invoke(null, [""]));
    }
}
