using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Documentation;

/// <summary>docs/mistakes.md shows what the compiler says of each typical mistake, and what a code fix makes of it.</summary>
public sealed class MistakePageTests
{
    private const string Using = "using CnnGen;\n\n";

    private const string Beginning = """
        # Twelve mistakes

        What people write in their first week with CnnGen, mostly because PyTorch has it so; what the compiler says; and what the fix that
        the editor offers at that place (Ctrl+. or Alt+Enter) makes of it. A test compiles each of them, compares the message, applies the
        fix and lets the network predict. Each id leads to the page of its rule.


        """;

    [Fact]
    public async Task The_page_says_what_happens()
    {
        Assert.Equal(12, TypicalMistakes.All.Count);
        var page = new StringBuilder(Beginning);
        for (int i = 0; i < TypicalMistakes.All.Count; i++)
        {
            page.Append(await ShowAsync(i + 1, TypicalMistakes.All[i]));
        }

        Snapshots.Docs.Verify("mistakes.md", page.ToString().TrimEnd('\n') + "\n");
    }

    /// <summary>One diagnostic, at the marked place; after the fix neither it nor a warning, and scores that are numbers.</summary>
    private static async Task<string> ShowAsync(int number, TypicalMistake mistake)
    {
        string marked = $"{Using}{mistake.Wrong}\n";
        Markup markup = Markup.Parse(marked);
        Check.Marked(marked);
        Diagnostic diagnostic = Assert.Single(new NetworkCompiler().Build(markup.Source).Diagnostics);
        FixedSource fix = Assert.Single(await FixedSource.OfferAsync(markup.Source), offer => offer.Title == mistake.Fix);
        NetworkBuild build = new NetworkCompiler().Build(fix.Text);
        Assert.DoesNotContain(build.Diagnostics, left => left.Id == diagnostic.Id || left.Severity >= DiagnosticSeverity.Warning);
        float[] scores = Prediction.Of(build.Load("Net"));
        Assert.Equal(10, scores.Length);
        Assert.All(scores, score => Assert.True(float.IsFinite(score)));

        string place = markup.Source.Substring(markup.Marks[0].Span.Start, markup.Marks[0].Span.Length);
        string severity = diagnostic.Severity.ToString().ToLowerInvariant();
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return $"## {number}. {mistake.Title}\n\n{mistake.Why}\n\n{Code(markup.Source)}\nAt `{place}`:\n\n"
            + $"> {severity} [{diagnostic.Id}](diagnostics/{diagnostic.Id}.md): {message}\n\n**{fix.Title}** gives:\n\n{Code(fix.Text)}\n";
    }

    private static string Code(string source) => $"```csharp\n{source.Replace(Using, "", StringComparison.Ordinal)}```\n";
}
