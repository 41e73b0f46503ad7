using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Emitted code is C# 12. Each build fails on an error or warning in an emitted file.</summary>
public sealed class LanguageTests
{
    private const string Net = "#nullable disable\nusing CnnGen;\n[Network, Input(1, 8, 8), Conv2d(3, 3), ReLU, Flatten, Linear(2)]\npartial class {0} {{ }}\n";

    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    public void CNN001_an_older_language_is_one_mistake_also_where_the_network_is_used(LanguageVersion language)
    {
        string use = "class User { float[] Run(Net net, float[] x) { net.Predict(x, x); net.Save(\"a\"); return new Net(1).Fork() == null ? null : x; } }";
        string[] messages = Check.Marked(
            Net.Replace("{0}", "{|CNN001:Net|}", StringComparison.Ordinal).Replace("{{ }}", "{ }", StringComparison.Ordinal) + use,
            new NetworkCompiler { Language = language });
        Assert.EndsWith("write <LangVersion>12.0</LangVersion> or a newer one in the project file", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void CNN001_in_a_language_without_nullable_references()
    {
        NetworkBuild build = new NetworkCompiler { Language = LanguageVersion.CSharp7_3, AllowCSharpErrors = true }.Build(
            "using CnnGen;\n[Network, Input(4), Linear(2)]\npartial class Net { }\n");
        Assert.Equal("CNN001", Assert.Single(build.Diagnostics).Id);
        Assert.Empty(build.Run.GeneratedSources);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void Later_languages_build(LanguageVersion language) => new NetworkCompiler { Language = language }.Build(
        Net.Replace("{0}", "Net", StringComparison.Ordinal).Replace("{{ }}", "{ }", StringComparison.Ordinal));
}
