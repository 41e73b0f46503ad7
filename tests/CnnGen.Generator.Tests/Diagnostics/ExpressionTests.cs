using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN103 to CNN108: arguments of blocks.</summary>
public sealed class ExpressionTests
{
    private const string Block =
        "[Block, Conv2d(B.Width, 1), MaxPool2d(Argument.Second)] class B { public const int Width = Argument.First; }";

    [Theory]
    [InlineData("{|CNN103:Apply<B>|}", "takes 2 arguments (Width, Argument.Second) but gets 0")]
    [InlineData("{|CNN103:Apply<B>|}(4)", "takes 2 arguments (Width, Argument.Second) but gets 1")]
    [InlineData("Apply<B>(4, 1, {|CNN103:9|}, 10, Name = \"b\")", "takes 2 arguments (Width, Argument.Second) but gets 4")]
    [InlineData("{|CNN103:Apply|}(typeof(B), 4)", "takes 2 arguments (Width, Argument.Second) but gets 1")]
    [InlineData("Apply<B>(4, 1), Apply<None>({|CNN103:Graph.Channels|})", "block 'None' takes 0 arguments but gets 1")]
    [InlineData("Apply<B>(4, 1), {|CNN103:Apply<Named>|}", "block 'Named' takes 1 argument (Unused) but gets 0")]
    public void CNN103_wrong_number_of_arguments(string apply, string message) => Assert.Contains(
        message,
        Assert.Single(Check.Marked(
            Check.Network($"[Input(3, 8, 8), {apply}]") + Block
            + "[Block, ReLU] class None; [Block, ReLU] class Named { const int Unused = Argument.First; }")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[Input(3, 8, 8), Conv2d({|CNN104:Argument.First|}, 1)]", "Argument.First has no value here: 'Net' is a network")]
    [InlineData("[Input(3, 8, 8), Conv2d(4, 1, {|CNN104:Groups = 2 * C.Hidden|})]", "Argument.Third has no value here: 'Net' is a network")]
    [InlineData("[Input(3, 8, 8), Apply<B>(4, {|CNN104:Argument.Second|})]", "Argument.Second has no value here: 'Net' is a network")]
    [InlineData("[Input({|CNN104:Graph.Channels|}, 8, 8), Conv2d(4, 1)]", "Graph.Channels has no value here: Input reads no tensor")]
    [InlineData("[Input(3, {|CNN104:Argument.First|}, 8), Conv2d(4, 1)]", "Argument.First has no value here: Input reads no tensor")]
    public void CNN104_no_value_here(string layers, string message) => Assert.Contains(
        message,
        Assert.Single(Check.Marked(Check.Network(layers) + Block + "static class C { public const int Hidden = Argument.Third; }")),
        StringComparison.Ordinal);

    [Fact]
    public void CNN104_in_a_budget() => Check.Marked(
        Check.Network("[Input(3, 8, 8), Conv2d(4, 1)]", "({|CNN104:MaxParameters = Argument.First|})"));

    [Theory]
    [InlineData("Conv2d({|CNN106:(int)(1.5 * Argument.First)|}, 1)", "'1.5 * Argument.First'")]
    [InlineData("Conv2d({|CNN106:Argument.First > 3 ? 1 : 2|}, 1)", "'Argument.First > 3 ? 1 : 2'")]
    [InlineData("Conv2d({|CNN106:Argument.First << 1|}, 1)", "'Argument.First << 1'")]
    [InlineData("Conv2d({|CNN106:~Argument.First & 7|}, 1)", "'~Argument.First & 7'")]
    [InlineData("Conv2d(4, 1, {|CNN106:Bias = Argument.First == 1|})", "'Argument.First == 1'")]
    [InlineData("LeakyReLU({|CNN106:Argument.First|})", "'Argument.First'")]
    [InlineData("Conv2d({|CNN106:(short)Argument.First|}, 1)", "'(short)Argument.First'")]
    [InlineData("Conv2d({|CNN106:D.X8|}, 1)", "200 parts")]
    public void CNN106_what_is_not_computed(string layer, string text) => Assert.Contains(
        text,
        Assert.Single(Check.Marked(
            Check.Network("[Input(3, 8, 8), Apply<U>(5)]") + $"[Block, {layer}] class U;"
            + """
              static class D
              {
                  const int X0 = Argument.First * 2, X1 = X0 + X0, X2 = X1 + X1, X3 = X2 + X2, X4 = X3 + X3, X5 = X4 + X4, X6 = X5 + X5;
                  public const int X7 = X6 + X6, X8 = X7 + X7;
              }
              """)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("64 / Argument.First", "CNN107", "'64 / Argument.First' divides by zero: Argument.First is 0;")]
    [InlineData("64 % (Argument.Second - 3)", "CNN107", "'64 % (Argument.Second - 3)' divides by zero: Argument.Second - 3 is 0;")]
    [InlineData(
        "2147483647 - Argument.Second + 607", "CNN108",
        "'2147483647 - Argument.Second + 607' is 2,147,484,251, which an int cannot hold;")]
    [InlineData("Argument.First - 2 - 2147483647", "CNN108", "'Argument.First - 2 - 2147483647' is -2,147,483,649,")]
    [InlineData("(-2147483647 - 1 + Argument.First) / (2 - Argument.Second)", "CNN108", "is 2,147,483,648,")]
    [InlineData(
        "unchecked(Argument.Second * (1000 + Argument.Second) * (1000 + Argument.Second) * 1000)", "CNN108",
        "is 3,018,027,000,")]
    [InlineData("Argument.First", "CNN101", "outChannels must be at least 1 but is 0")]
    [InlineData("-Argument.Second", "CNN101", "outChannels must be at least 1 but is -3")]
    public void Arithmetic_that_fails_is_reported_at_the_argument(string expression, string id, string message)
    {
        string found = Assert.Single(Check.Marked(
            Check.Network("[Input(3, 8, 8), Apply<Outer>(1, Name = \"stage\")]")
            + "[Block, Apply<U>(Argument.First - 1, 3, Repeat = 2, Name = \"u\")] class Outer;"
            + $"[Block, Conv2d({{|{id}:{expression}|}}, 1), Conv2d(1 + Argument.First + Argument.Second, 1)] class U;"));
        Assert.Contains(message, found, StringComparison.Ordinal);
        Assert.EndsWith("(in block U(0, 3) at 'stage.u.0', input 3×8×8)", found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_mistake_of_a_network_names_no_block() => Assert.Equal(
        "'4 / (Graph.Channels - 3)' divides by zero: Graph.Channels - 3 is 0; change the expression, or what the block is applied with",
        Assert.Single(Check.Layers("[Input(3, 8, 8), Conv2d({|CNN107:4 / (Graph.Channels - 3)|}, 1)]")));

    [Fact]
    public void Rules_of_shapes_name_the_path_with_its_arguments()
    {
        string message = Assert.Single(Check.Marked(
            Check.Network(
                "[Input(3, 8, 8), Apply<B>(6, 4, Name = \"good\"), Apply<B>(7, 2), Apply<G>(7, 2, Name = \"g\")]",
                "(Rounding = Rounding.Floor)")
            + Block + "[Block, Conv2d(Argument.First, 1, {|CNN204:Groups = Argument.Second|})] class G;"));
        Assert.EndsWith("(in block G(7, 2) at 'g', input 7×1×1)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_is_never_applied_is_checked_as_far_as_that_goes() => Check.Marked("""
        using CnnGen;
        [Block, Conv2d(Argument.First, 3, Groups = 3), Conv2d({|CNN106:Argument.First << 1|}, 1), Apply<Known>({|CNN101:Repeat = 0|}),
         {|CNN103:Apply<Inner>|}, Apply<Inner>(Argument.Second), Linear({|CNN101:-1|})] class Outer;
        [Block, Conv2d(Argument.First, Graph.Channels)] class Inner;
        [Block, ReLU] class Known;
        """);

    [Theory]
    [InlineData("Apply<B>({|CNN105:4|}, 1)", "[Block, Conv2d(4 * Argument.First, 1), MaxPool2d(Argument.Second)] public class B;")]
    [InlineData("{|CNN105:Apply<B>|}", "[Block, Conv2d(4 * Argument.First, 1)] public class B;")]
    [InlineData("{|CNN105:Apply<B>|}", "[Block, DepthwiseConv2d(3, Multiplier = Graph.Channels)] public class B;")]
    [InlineData("{|CNN105:Apply<B>|}", "[Block, ReLU] public class B { public const int Width = Argument.First; }")]
    [InlineData("Conv2d({|CNN105:2 * B.Width|}, 1)", "public class B { public const int Width = Argument.First; }")]
    [InlineData("Conv2d(B.Width, 1)", "public class B { public const int Width = 600; }")]
    [InlineData("Apply<B>", "[Block, Conv2d(600, 1, Padding = Pad.Same)] public class B;")]
    public void CNN105_expressions_of_another_assembly_cannot_be_seen(string layer, string library)
    {
        var compiler = new NetworkCompiler();
        MetadataReference[] references =
        [
            MetadataReference.CreateFromImage(compiler.Build("using CnnGen;" + library).Image),
            compiler.CreateCompilation("using CnnGen;" + library).ToMetadataReference(),
        ];
        foreach (MetadataReference reference in references)
        {
            compiler = new() { MoreReferences = [reference] };
            Check.Marked(Check.Network($"[Input(3, 8, 8), {layer}]"), compiler);
        }
    }

    [Theory]
    [InlineData("const int X = 1 + X;", "X")]
    [InlineData("const int X = Missing;", "X + Argument.First")]
    [InlineData("", "Argument.Ninth")]
    [InlineData("", "Argument.First / 0")]
    public void CSharp_errors_in_expressions_are_not_reported_again(string member, string expression)
    {
        var compiler = new NetworkCompiler { AllowCSharpErrors = true };
        NetworkBuild build = compiler.Build(
            Check.Network("[Input(1, 8, 8), Apply<B>(1)]")
            + $"[Block, Conv2d({expression}, 1)] class B {{ const int One = Argument.First; {member} }}");
        Assert.Empty(build.Diagnostics);
    }

    [Theory]
    [InlineData("Conv2d(Argument, 1), Conv2d(Argument.Second, 1)")]
    [InlineData("Conv2d(B.Width, 1), Missing, Conv2d(1, 1)")]
    [InlineData("Conv2d(B., 1)")]
    [InlineData("Rounding, Argument, Conv2d(Argument.First, 1)")]
    public void A_block_with_CSharp_errors_takes_any_number_of_arguments(string layers)
    {
        var compiler = new NetworkCompiler { AllowCSharpErrors = true };
        string network = Check.Network("[Input(1, 8, 8), Apply<B>(1), Apply<B>(1, 2, 3)]");
        Assert.Empty(compiler.Build(network + $"[Block, {layers}] class B;").Diagnostics);
    }

    [Fact]
    public void Long_expressions_do_not_exhaust_the_stack() => Check.Marked(
        Check.Network($"[Input(1, 8, 8), Conv2d({{|CNN106:Graph.Channels{string.Concat(Enumerable.Repeat(" + 1", 3000))}|}}, 1)]"));
}
