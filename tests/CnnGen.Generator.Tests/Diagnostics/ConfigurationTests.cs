using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>Diagnostics obey the user's settings, and every id is listed and tested.</summary>
public sealed class ConfigurationTests
{
    private const string WideConvolution = "[Input(1, 9, 9), Conv2d(1, 3, Padding = 3)]";

    [Fact]
    public void A_pragma_disables_a_warning() =>
        Check.Marked($"#pragma warning disable CNN203 // wide on purpose\n{Check.Network(WideConvolution)}");

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void An_editorconfig_sets_the_severity(string severity, DiagnosticSeverity expected)
    {
        var compiler = new NetworkCompiler { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.CNN213.severity = {severity}\n" };
        NetworkBuild build = compiler.Build(Check.Network("[Input(1, 9, 9), Conv2d(1, 1, Stride = 2)]"));
        Assert.Equal(expected, Assert.Single(build.Diagnostics).Severity);
    }

    [Fact]
    public void An_editorconfig_silences_a_warning()
    {
        var compiler = new NetworkCompiler { EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.CNN203.severity = none\n" };
        Assert.Empty(compiler.Build(Check.Network(WideConvolution)).Diagnostics);
    }

    [Fact]
    public void Every_id_is_listed_once_and_in_order()
    {
        string[] ids = [.. typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        Assert.Equal(ids, Descriptors.All.Select(descriptor => descriptor.Id));
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
    }
}
