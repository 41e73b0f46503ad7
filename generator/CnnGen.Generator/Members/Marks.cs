namespace CnnGen.Generator.Members;

/// <summary>
/// The attributes of all that is emitted: analyzers, coverage and the rules about members tell by them what the user did not write.
/// </summary>
internal static class Marks
{
    /// <summary>What <c>GeneratedCode</c> names as the tool.</summary>
    public const string Tool = "CnnGen";

    public static string Generated { get; } = $"[{GeneratedCode}]";

    public static string All { get; } = $"[{GeneratedCode}, global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";

    private static string GeneratedCode =>
        $"global::System.CodeDom.Compiler.GeneratedCode(\"{Tool}\", \"{typeof(Marks).Assembly.GetName().Version.ToString(3)}\")";
}
