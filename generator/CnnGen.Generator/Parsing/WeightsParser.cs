using System.Collections.Immutable;
using CnnGen.Generator.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Parsing;

/// <summary>The project's files -> those that hold weights.</summary>
internal static class WeightsParser
{
    /// <summary>What the package's targets say of the file of a <c>CnnWeights</c>, and of no other.</summary>
    private const string Resource = "build_metadata.AdditionalFiles.CnnGenResource";

    /// <summary>The file of a <c>CnnWeights</c>, as values; null for any other.</summary>
    public static WeightsFile? Parse(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Resource, out string? resource) && resource.Length > 0
            ? WeightsFile.Read(file.Path, resource)
            : null;

    /// <summary>All of them.</summary>
    public static EquatableArray<WeightsFile> Parse(AnalyzerOptions options) => EquatableArray<WeightsFile>.From(
        options.AdditionalFiles.Select(file => Parse(file, options.AnalyzerConfigOptionsProvider)).OfType<WeightsFile>());

    /// <summary>Which network each is for.</summary>
    public static EquatableArray<AssignedWeights> Assign(EquatableArray<WeightsFile> files, Compilation compilation) =>
        files.Count == 0 ? default : WeightsAssignment.Of(files, [.. NetworkParser.Networks(compilation).Select(NetworkParser.FullName)]);

    /// <summary>The file itself, where no class can be named.</summary>
    public static Location Locate(WeightsFile file) => Location.Create(file.Path, default, default);
}
