using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Tests;

/// <summary>What MSBuild tells a generator of the project's properties, and of the weights that it embeds.</summary>
internal sealed class BuildOptions(IReadOnlyDictionary<string, string> properties, IReadOnlyList<EmbeddedFile> weights)
    : AnalyzerConfigOptionsProvider
{
    private const string Resource = "build_metadata.AdditionalFiles.CnnGenResource";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
        weights.Where(file => file.Path == textFile.Path).ToDictionary(_ => Resource, file => file.Resource));

    private sealed class Values(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
