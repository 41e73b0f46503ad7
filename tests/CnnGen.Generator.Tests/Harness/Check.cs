using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>Expectations on the diagnostics of a source text.</summary>
internal static class Check
{
    /// <summary>A network of these attributes, named Net.</summary>
    public static string Network(string attributes, string options = "") =>
        $"using CnnGen;\n\n[Network{options}]\n{attributes}\npublic sealed partial class Net;\n";

    /// <summary>Expects exactly the marked diagnostics, at exactly the marked places; returns their messages.</summary>
    public static string[] Marked(string marked, NetworkCompiler? compiler = null)
    {
        Markup markup = Markup.Parse(marked);
        NetworkBuild build = (compiler ?? new()).Build(markup.Source);
        var text = SourceText.From(markup.Source);
        Assert.Equal(
            markup.Marks.Select(mark => Describe(mark.Id, mark.Span, text)),
            build.Diagnostics.Select(diagnostic => Describe(diagnostic.Id, diagnostic.Location.SourceSpan, text)));
        return [.. build.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    /// <summary>The same for the attributes below <c>[Network]</c>.</summary>
    public static string[] Layers(string markedAttributes) => Marked(Network(markedAttributes));

    /// <summary>Id, line and column of start and end (from 0), and the text there.</summary>
    private static string Describe(string id, TextSpan span, SourceText text) =>
        $"{id} {text.Lines.GetLinePositionSpan(span)} {text.ToString(span)}";
}
