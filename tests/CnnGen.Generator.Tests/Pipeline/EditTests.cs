using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>What each kind of edit in a project of four networks makes run: the reasons of the steps, network by network.</summary>
public sealed class EditTests
{
    private const string Nothing = "Cached Cached Cached Cached";

    private static readonly string[] Files =
    [
        "using CnnGen; [Network, Input(3, 8, 8), Apply<Shared>(4)] partial class First;",
        "using CnnGen; [Network, Input(3, 8, 8), Apply<Shared>(6), Flatten, Linear(2)] partial class Second;",
        "using CnnGen; [Network, Input(4), Linear(2)] partial class Third; [Network, Input(4), Linear(7)] partial class Fourth;",
        "using CnnGen; [Block, Conv2d(Shared.Width, 3), ReLU] class Shared { public const int Width = Argument.First; }",
        "static class Code { public static int Twice(int x) { return 2 * x; } }",
    ];

    [Theory]
    [InlineData("a method's body in another file", 4, "2 * x", "3 * x", Nothing)]
    [InlineData("a method that is new", 4, "static class Code {", "static class Code { static void More() { }", Nothing)]
    [InlineData("white space among the attributes", 2, ", Linear(2)", ",\n    Linear(2)", Nothing)]
    [InlineData("a comment among the attributes", 2, "Linear(2)", "Linear(2) /* scores */", Nothing)]
    [InlineData("the same number, written otherwise", 2, "Linear(2)", "Linear(0x2)", Nothing)]
    [InlineData("white space in a block", 3, "[Block,", "[Block ,", Nothing)]
    [InlineData("one network of its file", 2, "Linear(2)", "Linear(3)", "Cached Cached Modified Cached")]
    [InlineData("one network's argument of a block", 0, "(4)", "(5)", "Modified Cached Cached Cached")]
    [InlineData("a layer of a block that two networks use", 3, "ReLU", "Tanh", "Modified Modified Cached Cached")]
    [InlineData("a parameter of that block", 3, "= Argument.First", "= 2 * Argument.First", "Modified Modified Cached Cached")]
    [InlineData("a member of that block that nothing reads", 3, "{ public", "{ const int Unread = 1; public", Nothing)]
    public void An_edit(string what, int file, string before, string after, string reasons)
    {
        Assert.Contains(before, Files[file], StringComparison.Ordinal);
        (CSharpCompilation compilation, GeneratorDriver driver) = Start();
        string text = Files[file].Replace(before, after, StringComparison.Ordinal);
        SyntaxTree old = compilation.SyntaxTrees[file];
        Expect(what, reasons, driver.RunGenerators(compilation.ReplaceSyntaxTree(old, NetworkCompiler.Parse(text, file))));
    }

    [Fact]
    public void A_new_file()
    {
        (CSharpCompilation compilation, GeneratorDriver driver) = Start();
        SyntaxTree file = NetworkCompiler.Parse("class Stranger;", Files.Length);
        Expect("a new file", Nothing, driver.RunGenerators(compilation.AddSyntaxTrees(file)));
    }

    [Fact]
    public void A_file_that_goes()
    {
        (CSharpCompilation compilation, GeneratorDriver driver) = Start();
        Expect("a file that goes", Nothing, driver.RunGenerators(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[^1])));
    }

    [Theory]
    [InlineData("CnnGenProfile", "true", "Modified Modified Modified Modified")]
    [InlineData("CnnGenGuardMemory", "true", "Modified Modified Modified Modified")]
    [InlineData("CnnGenProfile", "false", Nothing)]
    [InlineData("RootNamespace", "Networks", Nothing)]
    [InlineData("RunAnalyzers", "false", Nothing)]
    public void A_property_of_the_project(string property, string value, string reasons)
    {
        (CSharpCompilation compilation, GeneratorDriver driver) = Start();
        var options = new BuildOptions(new Dictionary<string, string> { [$"build_property.{property}"] = value }, weights: []);
        Expect(property, reasons, driver.WithUpdatedAnalyzerConfigOptions(options).RunGenerators(compilation));
    }

    private static (CSharpCompilation Compilation, GeneratorDriver Driver) Start()
    {
        var compiler = new NetworkCompiler();
        CSharpCompilation compilation = compiler.CreateCompilation(Files);
        return (compilation, compiler.CreateDriver().RunGenerators(compilation));
    }

    /// <summary>A step whose outcome is as before has not run, or for nothing; what reads it has not.</summary>
    private static void Expect(string what, string reasons, GeneratorDriver driver)
    {
        GeneratorRunResult result = NetworkCompiler.Result(driver);
        Assert.Equal($"{what}: {reasons}", $"{what}: {Reasons(result, NetworkGenerator.SourceStep)}");
        bool isProperty = !reasons.Contains("Cached", StringComparison.Ordinal);
        string specs = Reasons(result, NetworkGenerator.SpecStep).Replace("Unchanged", "Cached", StringComparison.Ordinal);
        Assert.Equal($"{what}: {(isProperty ? Nothing : reasons)}", $"{what}: {specs}");
    }

    private static string Reasons(GeneratorRunResult result, string step) =>
        string.Join(' ', result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason));
}
