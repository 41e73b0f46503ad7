using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator;

/// <summary>What a build says about analyzers.</summary>
internal static class AnalyzerSettings
{
    private const string Property = "build_property.";

    /// <summary>
    /// Whether mistakes may stay unseen unless the generator reports them. A project that makes <c>RunAnalyzers</c> and
    /// <c>RunAnalyzersDuringBuild</c> visible to the compiler says so. Where others build with MSBuild one cannot know, and the generator's
    /// errors end the compilation before the analyzer's come, so that each appears once. Without MSBuild, whoever runs the generator
    /// decides what to run beside it, and would get each mistake twice.
    /// </summary>
    public static bool MayBeOff(AnalyzerConfigOptions options)
    {
        if (options.TryGetValue(Property + "RunAnalyzers", out string? run))
        {
            options.TryGetValue(Property + "RunAnalyzersDuringBuild", out string? duringBuild);
            return IsFalse(run) || (run.Length == 0 && IsFalse(duringBuild));
        }

        return options.TryGetValue(Property + "TargetFramework", out _) || options.TryGetValue(Property + "ProjectDir", out _);
    }

    private static bool IsFalse(string? value) => string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
