using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>A class with mistakes does not build, whatever is said of analyzers and severities.</summary>
public sealed class MistakeTests
{
    private const string WrongKernel = "[Input(1, 9, 9), Conv2d(1, 0)]";
    private const string Rest = "[Input(1, 5, 5), MaxPool2d(2)]";

    [Theory]
    [InlineData("RunAnalyzers=false")]
    [InlineData("RunAnalyzers=False")]
    [InlineData("RunAnalyzers=;RunAnalyzersDuringBuild=false")]
    [InlineData("TargetFramework=net10.0")]
    public void The_generator_reports_at_the_exact_place_where_the_analyzer_may_be_off(string properties)
    {
        Diagnostic error = Assert.Single(Build(Check.Network(WrongKernel), properties).Run.Diagnostics);
        Assert.Equal(("CNN101", DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Equal("0", error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan));
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, error.Descriptor.CustomTags);
    }

    [Theory]
    [InlineData("RunAnalyzers=")]
    [InlineData("RunAnalyzers=true;RunAnalyzersDuringBuild=false")]
    [InlineData("")]
    public void The_analyzer_alone_reports_where_it_is_known_to_run(string properties)
    {
        NetworkBuild build = Build(Check.Network(WrongKernel), properties);
        Assert.Empty(build.Run.Diagnostics);
        Assert.Equal("CNN101", Assert.Single(build.Diagnostics).Id);
    }

    [Theory]
    [InlineData("[Input(4), Linear(2)]", "(MaxParameters = 1)", "CNN302")]
    [InlineData("[Input(1, 9, 9), Conv2d(8, 3), ReLU, Conv2d(8, 3)]", "(MaxArenaBytes = 1)", "CNN302")]
    [InlineData("[Input(1, 9, 9), Conv2d(8, 3)]", "(MaxMultiplyAdds = 1)", "CNN302")]
    [InlineData(Rest, "", "CNN202")]
    [InlineData("[Linear(2)]", "", "CNN002")]
    public void Every_error_ends_the_build_and_its_text_is_thrown(string layers, string options, string id)
    {
        NetworkBuild build = Build(Check.Network(layers, options), "RunAnalyzers=false");
        Diagnostic error = Assert.Single(build.Run.Diagnostics);
        Assert.Equal(id, error.Id);
        object Create() => Activator.CreateInstance(build.Load("Net"))!;
        var thrown = (InvalidOperationException)Assert.Throws<TargetInvocationException>(Create).InnerException!;
        Assert.EndsWith($"\n{id}: {error.GetMessage(CultureInfo.InvariantCulture)}", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.CNN101.severity = none")]
    [InlineData("dotnet_diagnostic.CNN101.severity = warning")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none")]
    public void Errors_cannot_be_lowered(string setting)
    {
        var compiler = new NetworkCompiler { EditorConfig = $"root = true\n[*.cs]\n{setting}\n" };
        Diagnostic error = Assert.Single(compiler.Build($"#pragma warning disable CNN101\n{Check.Network(WrongKernel)}").Diagnostics);
        Assert.Equal(("CNN101", DiagnosticSeverity.Error, false), (error.Id, error.Severity, error.IsSuppressed));
    }

    [Theory]
    [InlineData("#pragma warning disable CNN202\n", "")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"CnnGen\", \"CNN202\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.CNN202.severity = none")]
    [InlineData("", "dotnet_diagnostic.CNN202.severity = suggestion")]
    [InlineData("", "dotnet_diagnostic.CNN202.severity = warning")]
    public void Where_CNN202_is_lowered_the_network_rounds_down(string before, string setting)
    {
        var compiler = new NetworkCompiler { EditorConfig = $"root = true\n[*.cs]\n{setting}\n" };
        compiler.BuildProperties.Add("build_property.RunAnalyzers", "false");
        NetworkBuild build = compiler.Build($"using CnnGen;\n{before}[Network]\n{Rest}\npublic partial class Net;\n");
        Assert.Empty(build.Run.Diagnostics);
        Assert.DoesNotContain(build.Diagnostics, found => found is { Severity: DiagnosticSeverity.Error, IsSuppressed: false });
        Assert.Equal(4, build.Load("Net").GetField("OutputLength")!.GetRawConstantValue());
        Activator.CreateInstance(build.Load("Net"));
    }

    [Fact]
    public void CNN202_is_lowered_only_where_the_pragma_says_so()
    {
        NetworkBuild build = Build("""
            using CnnGen;
            [Network, Input(1, 11, 11)]
            #pragma warning disable CNN202
            [Conv2d(2, 2, Stride = 2)]
            #pragma warning restore CNN202
            [MaxPool2d(2)]
            partial class Net;
            """, "RunAnalyzers=false");
        Assert.Equal("2", Text(Assert.Single(build.Run.Diagnostics)));

        static string Text(Diagnostic found) => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan);
    }

    private static NetworkBuild Build(string source, string properties)
    {
        var compiler = new NetworkCompiler();
        foreach (string property in properties.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            compiler.BuildProperties.Add("build_property." + property.Split('=')[0], property.Split('=')[1]);
        }

        return compiler.Build(source);
    }
}
