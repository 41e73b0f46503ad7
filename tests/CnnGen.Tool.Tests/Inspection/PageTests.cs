using System.Xml.Linq;
using CnnGen.Formats;
using CnnGen.Onnx;
using CnnGen.Tool.Tests.Commands;
using CnnGen.Tool.Tests.Export;

namespace CnnGen.Tool.Tests.Inspection;

/// <summary>Pages of <c>cnngen inspect --html</c>.</summary>
public class PageTests
{
    private const string Evil = "</td><script>alert(1)</script>\"'&";

    [Fact]
    public async Task A_network_has_its_layers_memory_and_weights_on_the_page()
    {
        using var folder = new TemporaryFolder();
        new Outputs(3).Save(folder["a.safetensors"]);
        XElement page = await Page(folder, typeof(Outputs).Assembly.Location, "--network", "Outputs", "--weights", folder["a.safetensors"]);
        NetworkInfo info = Outputs.Info;
        XElement layers = SectionOf(page, "layers");
        Assert.Equal(info.Layers.Select(layer => layer.Kind),
            layers.Descendants("tbody").Single().Elements("tr").Skip(1).Select(row => row.Element("td")!.Value));
        int skips = info.Layers.Select((_, i) => info.InputsOf(i).Count(input => input != i - 1)).Sum();
        Assert.Equal(skips, layers.Descendants("path").Count());
        Assert.True(skips > 3);
        Assert.Equal(info.Arena.Count, SectionOf(page, "memory").Descendants("rect").Count());
        Assert.Equal(8, SectionOf(page, "filters").Descendants("img").Count());
        Assert.Equal(info.Parameters.Count, SectionOf(page, "weights").Descendants("tbody").Single().Elements("tr").Count());
    }

    [Fact]
    public async Task A_model_has_its_nodes_and_weights_on_the_page()
    {
        using var folder = new TemporaryFolder();
        new Connections(3).SaveOnnx(folder["a.onnx"]);
        XElement page = await Page(folder, folder["a.onnx"]);
        Assert.Contains("Conv", SectionOf(page, "layers").Descendants("td").Select(cell => cell.Value));
        Assert.Contains("a.weight", SectionOf(page, "weights").Descendants("th").Select(cell => cell.Value));
        Assert.DoesNotContain(page.Descendants("section"), section => section.Element("h2")!.Attribute("id")!.Value == "memory");
    }

    [Fact]
    public async Task Names_are_text_whatever_they_are()
    {
        using var folder = new TemporaryFolder();
        TensorFile.Save(folder["a.npz"], [NamedTensor.FromFloats(Evil, [4], new[] { 1, float.NaN, 2, float.PositiveInfinity })]);
        XElement page = await Page(folder, folder["a.npz"]);
        XElement cell = Assert.Single(SectionOf(page, "weights").Descendants("tbody").Descendants("th"));
        Assert.Equal(Evil, cell.Value);
        Assert.Contains("2 not finite", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_networks_are_a_list()
    {
        ToolRun run = await ToolRun.Of("inspect", typeof(Outputs).Assembly.Location);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(
            new[] { nameof(RoundedUp), nameof(Extremes), nameof(Outputs), "6×9×8" },
            text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    /// <summary>The page, which is well formed, needs nothing from elsewhere and runs nothing.</summary>
    private static async Task<XElement> Page(TemporaryFolder folder, params string[] arguments)
    {
        ToolRun run = await ToolRun.Of(["inspect", .. arguments, "--html", folder["page.html"]]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string text = await File.ReadAllTextAsync(folder["page.html"]);
        Assert.StartsWith("<!DOCTYPE html>\n", text, StringComparison.Ordinal);
        XElement page = XElement.Parse(text[16..]);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object");
        Assert.All(
            page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"),
            attribute => Assert.StartsWith("data:image/bmp;base64,", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        string[] ids = [.. page.Descendants().Attributes("id").Select(attribute => attribute.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.Descendants("section"), section => Assert.Contains(section.Attribute("aria-labelledby")!.Value, ids));
        Assert.All(page.Descendants("svg"), drawing => Assert.NotEmpty(drawing.Attribute("aria-label")!.Value));
        return page;
    }

    private static XElement SectionOf(XElement page, string id) =>
        page.Descendants("section").Single(section => section.Attribute("aria-labelledby")!.Value == id);
}
