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
    public static string[] Marked(string marked, NetworkCompiler? compiler = null) => MarkedFiles(compiler ?? new(), marked);

    /// <summary>The same for a project of several files.</summary>
    public static string[] MarkedFiles(NetworkCompiler compiler, params string[] marked)
    {
        Markup[] files = [.. marked.Select(Markup.Parse)];
        NetworkBuild build = compiler.Build([.. files.Select(file => file.Source)]);
        Assert.Equal(
            files.SelectMany(file => file.Marks.Select(mark => Describe(mark.Id, mark.Span, SourceText.From(file.Source)))),
            build.Diagnostics.Select(diagnostic =>
                Describe(diagnostic.Id, diagnostic.Location.SourceSpan, diagnostic.Location.SourceTree!.GetText())));
        return [.. build.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    /// <summary>The same for the attributes below <c>[Network]</c>.</summary>
    public static string[] Layers(string markedAttributes) => Marked(Network(markedAttributes));

    /// <summary>Id, line and column of start and end (from 0), and the text there.</summary>
    private static string Describe(string id, TextSpan span, SourceText text) =>
        $"{id} {text.Lines.GetLinePositionSpan(span)} {text.ToString(span)}";
}
