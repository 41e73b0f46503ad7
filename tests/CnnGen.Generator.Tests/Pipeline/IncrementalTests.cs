using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>No step after the spec runs again unless the network changes.</summary>
public sealed class IncrementalTests
{
    private const string Other = "public static class Other { public const int Two = 2; }";

    private static readonly string Network = Check.Network("[Input(4), Linear(2)]");

    [Fact]
    public void The_same_input_is_cached() => Expect(
        compilation => compilation, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached);

    [Fact]
    public void A_comment_in_the_same_file_leaves_the_spec_unchanged() => Expect(
        compilation => Edit(compilation, 0, "// a comment\n" + Network.Replace("[Linear", "/* here */ [Linear", StringComparison.Ordinal)),
        IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    [Fact]
    public void An_edit_in_another_file_leaves_the_spec_unchanged() => Expect(
        compilation => Edit(compilation, 1, Other.Replace("2", "3", StringComparison.Ordinal)),
        IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached);

    [Fact]
    public void An_edit_of_the_network_runs_every_step() => Expect(
        compilation => Edit(compilation, 0, Network.Replace("Linear(2)", "Linear(3)", StringComparison.Ordinal)),
        IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);

    [Fact]
    public void A_second_network_leaves_the_first_alone()
    {
        var compiler = new NetworkCompiler();
        CSharpCompilation compilation = compiler.CreateCompilation(Network, Other);
        GeneratorDriver driver = compiler.CreateDriver().RunGenerators(compilation);
        driver = driver.RunGenerators(Edit(compilation, 1, Network.Replace("class Net", "class Second", StringComparison.Ordinal)));
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.New],
            Reasons(driver.GetRunResult().Results.Single(), NetworkGenerator.SourceStep));
    }

    [Fact]
    public void An_edit_of_a_block_runs_only_the_networks_that_use_it()
    {
        const string Blocks = "using CnnGen;\n[Block, Apply<Inner>, ReLU] class Outer;\n[Block, Linear(3)] class Inner;\n";
        string user = Check.Network("[Input(4), Apply<Outer>]").Replace("class Net", "class User", StringComparison.Ordinal);
        var compiler = new NetworkCompiler();
        CSharpCompilation compilation = compiler.CreateCompilation(Network, user, Blocks);
        GeneratorDriver driver = compiler.CreateDriver().RunGenerators(compilation);
        ExpectOfUser(Blocks.Replace("ReLU", "/* the same */ ReLU", StringComparison.Ordinal), IncrementalStepRunReason.Cached);
        ExpectOfUser(Blocks.Replace("Linear(3)", "Linear(5)", StringComparison.Ordinal), IncrementalStepRunReason.Modified);

        void ExpectOfUser(string blocks, IncrementalStepRunReason reason)
        {
            GeneratorRunResult result = driver.RunGenerators(Edit(compilation, 2, blocks)).GetRunResult().Results.Single();
            Assert.Equal([IncrementalStepRunReason.Cached, reason], Reasons(result, NetworkGenerator.SourceStep));
        }
    }

    [Theory]
    [InlineData("Width = Argument.First;", "Width = (Argument.First);", false)]
    [InlineData("Width = Argument.First;", "Width = Argument.First + Plain - Plain;", true)]
    [InlineData("Width = Argument.First;", "Width = 2 * Argument.First;", true)]
    [InlineData("Plain = 1", "Plain = 2", false)]
    [InlineData("Factor = 4", "Factor = 8", true)]
    [InlineData("Wide = Factor * Sizes.Width", "Wide = Sizes.Width * Factor", true)]
    public void An_edit_of_a_constant_runs_only_the_networks_whose_expressions_lead_to_it(string before, string after, bool runs)
    {
        const string Sizes =
            "using CnnGen; static class Sizes { public const int Plain = 1; public const int Width = Argument.First; const int Factor = 4; "
            + "public const int Wide = Factor * Sizes.Width; }";
        string user = Check.Network("[Input(4), Apply<B>(6)]").Replace("class Net", "class User", StringComparison.Ordinal)
            + "[Block, Linear(Sizes.Width), Linear(Sizes.Wide)] class B;";
        var compiler = new NetworkCompiler();
        CSharpCompilation compilation = compiler.CreateCompilation(Network, user, Sizes);
        GeneratorDriver driver = compiler.CreateDriver().RunGenerators(compilation);
        GeneratorRunResult result = driver
            .RunGenerators(Edit(compilation, 2, Sizes.Replace(before, after, StringComparison.Ordinal)))
            .GetRunResult().Results.Single();
        Assert.Equal(
            [IncrementalStepRunReason.Cached, runs ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached],
            Reasons(result, NetworkGenerator.SourceStep).Select(reason =>
                reason == IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Modified : reason));
    }

    private static void Expect(
        Func<CSharpCompilation, CSharpCompilation> edit, IncrementalStepRunReason spec, IncrementalStepRunReason source)
    {
        var compiler = new NetworkCompiler();
        CSharpCompilation compilation = compiler.CreateCompilation(Network, Other);
        GeneratorDriver driver = compiler.CreateDriver().RunGenerators(compilation);
        GeneratorRunResult first = driver.GetRunResult().Results.Single();
        Assert.Equal([IncrementalStepRunReason.New], Reasons(first, NetworkGenerator.SpecStep));

        GeneratorRunResult second = driver.RunGenerators(edit(compilation)).GetRunResult().Results.Single();
        Assert.Equal([spec], Reasons(second, NetworkGenerator.SpecStep));
        Assert.Equal([source], Reasons(second, NetworkGenerator.SourceStep));
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], NetworkCompiler.Parse(text, file));

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);
}
