using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Declarations that stand twice do not harm the generator or other networks.</summary>
public sealed class CopyTests
{
    private const string Other = "using CnnGen;\n[Network, Input(4), Linear(2)] partial class Other;\n";

    [Theory]
    [InlineData("using CnnGen;\n[Network, Input(4), Linear(2)] partial class Net;\n")]
    [InlineData("using CnnGen;\n[Network]\n[Input(4)]\n[Apply<B>]\npartial class Net;\n[Block, Linear(2)] partial class B;\n")]
    public void A_file_copied_by_mistake_has_errors_of_CSharp_alone(string file)
    {
        NetworkBuild build = new NetworkCompiler { AllowCSharpErrors = true }.Build(file, file, Other);
        Assert.Empty(build.Diagnostics);
        Assert.Empty(build.Run.Diagnostics);
        Assert.Equal(["Net.g.cs", "Other.g.cs"], build.Run.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Diagnostic[] errors = [.. build.Output.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("CS0579 /src/User1.cs", $"{error.Id} {error.Location.SourceTree!.FilePath}"));
    }

    [Fact]
    public void A_class_and_a_namespace_of_one_name_do_not_end_the_generator()
    {
        const string Two = "using CnnGen;\nnamespace A { partial class B { [Network, Input(4), Linear(2)] partial class Net; } }\n"
            + "namespace A.B { [Network, Input(4), Linear(2)] partial class Net; }\n";
        NetworkBuild build = new NetworkCompiler { AllowCSharpErrors = true }.Build(Two, Other);
        Assert.Equal(3, build.Run.GeneratedSources.Length);
    }
}
