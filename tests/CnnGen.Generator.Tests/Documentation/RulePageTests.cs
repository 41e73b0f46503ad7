using System.Text;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emit;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Documentation;

/// <summary>A page a rule in docs/diagnostics, made from its descriptor and an example that is compiled here.</summary>
public sealed class RulePageTests
{
    private const string Using = "using CnnGen;\n\n";

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_page_says_what_happens(string id)
    {
        RuleExample example = RuleExamples.All[id];
        DiagnosticDescriptor descriptor = Descriptors.All.Single(candidate => candidate.Id == id);
        string source = Using + example.Wrong + "\n";
        using var folder = new WeightsFolder();
        string message = Assert.Single(Check.Marked(source, Compiler(example, descriptor, folder, example.Weights?.Wrong)));
        Markup markup = Markup.Parse(source);
        IReadOnlyList<FixedSource> fixes = example is { Library: null, Weights: null } ? await FixedSource.OfferAsync(markup.Source) : [];
        string right = example.Right is { } written ? Using + written + "\n" : fixes[0].Text;
        NetworkBuild build = Compiler(example with { Library = null }, descriptor, folder, example.Weights?.Right).Build(right);
        Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Id == id || diagnostic.Severity == DiagnosticSeverity.Error);
        if (build.Run.GeneratedSources.Any())
        {
            Assert.All(Prediction.Of(build.Load("Net")), number => Assert.True(float.IsFinite(number)));
        }

        string place = markup.Source.Substring(markup.Marks[0].Span.Start, markup.Marks[0].Span.Length);
        var page = new StringBuilder($"# {id}: {descriptor.Title}\n\n{Severity(descriptor)}\n\n{descriptor.Description}\n\n## Example\n\n");
        page.Append(example.Library is { } library ? $"In another assembly:\n\n{Code(Using + library)}\n" : "");
        page.Append(Project(example.Weights?.Wrong)).Append(Code(markup.Source)).Append($"\nAt `{place}`:\n\n> {message}\n\n");
        page.Append(fixes.Count > 0 ? $"## Fixes\n\n{string.Concat(fixes.Select(fix => $"- {fix.Title}\n"))}\n" : "## What to write\n\n");
        page.Append(fixes.Count > 0 && example.Right is null ? "The first gives:\n\n" : "").Append(Code(right));
        page.Append(example.Weights?.Right is { } corrected && corrected != example.Weights.Wrong ? $"\n{Project(corrected)}" : "");
        Snapshots.Pages.Verify($"{id}.md", page.ToString().TrimEnd('\n') + "\n");
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(Descriptors.All.Select(descriptor => $"{descriptor.Id}.md").Append("toc.yml"), Snapshots.Pages.Files);

    [Fact]
    public void The_list_of_pages_names_all() => Snapshots.Pages.Verify("toc.yml", string.Concat(
        Descriptors.All.Select(descriptor => $"- name: \"{descriptor.Id}: {descriptor.Title}\"\n  href: {descriptor.Id}.md\n")));

    [Fact]
    public void Every_rule_links_to_its_page_and_says_what_it_means() => Assert.All(Descriptors.All, descriptor =>
    {
        Assert.EndsWith($"/docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.NotEmpty(descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture));
    });

    [Fact]
    public void What_is_reported_links_to_the_page()
    {
        Diagnostic diagnostic = Assert.Single(new NetworkCompiler().Build(Check.Network("[Input(3, 8, 8), Conv2d(0, 1)]")).Diagnostics);
        Assert.EndsWith("/CNN101.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    private static NetworkCompiler Compiler(RuleExample example, DiagnosticDescriptor rule, WeightsFolder folder, string? weights) => new()
    {
        Weights = weights is null ? [] : [Embed(example.Weights!, folder, weights)],
        MoreReferences = example.Library is { } library
            ? [MetadataReference.CreateFromImage(new NetworkCompiler().Build(Using + library).Image)]
            : [],
        EditorConfig = rule.IsEnabledByDefault ? "" : NetworkCompiler.SwitchOn(rule.Id),
    };

    private static EmbeddedFile Embed(RuleWeights weights, WeightsFolder folder, string name)
    {
        folder.Write(weights.Right, weights.Tensors);
        return new(folder.PathOf(name), "Net");
    }

    private static string Project(string? weights) => weights is null
        ? ""
        : $"In the project:\n\n```xml\n<CnnWeights Include=\"{weights}\" Network=\"Net\" />\n```\n\n";

    private static string Severity(DiagnosticDescriptor descriptor) =>
        descriptor.DefaultSeverity.ToString()
        + (descriptor.DefaultSeverity == DiagnosticSeverity.Error
            ? descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? ", always." : "; settings may lower it."
            : descriptor.IsEnabledByDefault ? "; settings may raise or silence it."
            : $", off by default; `dotnet_diagnostic.{descriptor.Id}.severity = suggestion` in .editorconfig switches it on.");

    private static string Code(string source) => $"```csharp\n{source.TrimEnd()}\n```\n";
}
