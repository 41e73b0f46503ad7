using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN007, and mistakes inside blocks.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData(
        "{|CNN007:Apply<string>|}", "",
        "Apply cannot expand 'String': it is not a block; write [Block] above it and its layers below")]
    [InlineData(
        "{|CNN007:Apply<Net>|}(Name = \"a\")", "",
        "Apply cannot expand 'Net': it is not a block; write [Block] above it and its layers below")]
    [InlineData(
        "{|CNN007:Apply<B<int>>|}", "[Block, ReLU] class B<T>;",
        "Apply cannot expand 'B': it is generic or nested in a generic type; make it non-generic")]
    [InlineData(
        "{|CNN007:Apply<O<int>.B>|}", "class O<T> { [Block, ReLU] public class B; }",
        "Apply cannot expand 'B': it is generic or nested in a generic type; make it non-generic")]
    [InlineData(
        "Apply<A>", "[Block, {|CNN007:Apply<A>|}] class A;",
        "Apply cannot expand 'A': it contains itself (A -> A); remove this Apply (in block A at '0', input 1×8×8)")]
    [InlineData(
        "Apply<A>", "[Block, Apply<B>] class A; [Block, Apply<C>(Name = \"c\")] class B; [Block, ReLU, {|CNN007:Apply<B>|}] class C;",
        "Apply cannot expand 'B': it contains itself (B -> C -> B); remove this Apply (in block C at '0.0.c', input 1×8×8)")]
    public void CNN007_not_a_block_that_can_be_applied(string apply, string blocks, string message) =>
        Assert.Equal(message, Assert.Single(Check.Marked(Check.Network($"[Input(1, 8, 8), {apply}]") + blocks)));

    [Theory]
    [InlineData("Apply<A>({|CNN101:Repeat = 0|})")]
    [InlineData("Apply<A>({|CNN101:Repeat = 20_000|})")]
    [InlineData("Apply<A>({|CNN101:Repeat = int.MaxValue|}, StartIndex = int.MaxValue)")]
    [InlineData("Apply<A>(Repeat = 2, {|CNN101:StartIndex = -1|})")]
    [InlineData("Apply<A>({|CNN101:StartIndex = 1|})")]
    [InlineData("ReLU(Name = \"a\"), Apply<A>({|CNN005:Name = \"a\"|})")]
    [InlineData("ReLU({|CNN005:Name = \"1\"|}), Apply<A>")]
    [InlineData("Apply<A>(Name = \"a\"), Conv2d(1, 1, {|CNN005:Name = \"a.1\"|})")]
    [InlineData("Tanh(Name = \"b\"), {|CNN006:Apply<A>|}, ReLU(From = \"b\")")]
    [InlineData("Apply<A>(Name = \"a\"), ReLU({|CNN004:From = \"c\"|})")]
    public void Mistakes_in_the_arguments_of_Apply(string layers) =>
        Check.Marked(Check.Network($"[Input(1, 8, 8), {layers}]") + "[Block, ReLU, Conv2d(1, 1), ReLU(Name = \"c\")] class A;");

    [Fact]
    public void A_mistake_in_a_block_is_reported_once_with_its_place_and_input()
    {
        string[] messages = Check.MarkedFiles(
            new(),
            Check.Network("[Input(3, 32, 32), Conv2d(8, 1), Apply<Stage>(Name = \"layer1\", Repeat = 3), Flatten, Linear(3)]"),
            """
            using CnnGen;
            [Block, Apply<Down>(Name = "down"), ReLU] class Stage;
            """,
            """
            using CnnGen;
            [Block, Conv2d(8, 3, {|CNN202:Stride = 2|}), Conv2d(8, 3, {|CNN101:Groups = 0|})] class Down;
            """);
        Assert.Equal(
            [
                "stride 2 over height 32 with kernel 3 leaves 1 row unread ((32 + 0 − 3) mod 2 = 1); use Stride = 1, PaddingBottom = 1, "
                    + "or Rounding = Rounding.Floor to accept it (in block Down at 'layer1.0.down', input 8×32×32)",
                "Groups must be at least 1 but is 0 (in block Down at 'layer1.0.down', input 8×32×32)",
            ],
            messages);
    }

    [Fact]
    public void A_mistake_in_a_block_of_several_networks_is_reported_once_as_in_the_first_by_name()
    {
        string message = Assert.Single(Check.Marked("""
            using CnnGen;

            [Network, Input(1, 7, 7), Apply<Half>(Name = "x")] partial class B;
            [Network, Input(1, 9, 9), Apply<Half>(Name = "y")] partial class A;
            [Network, Input(1, 8, 8), Apply<Half>(Name = "z")] partial class C;

            [Block, MaxPool2d({|CNN202:2|})] class Half;
            """));
        Assert.EndsWith("(in block Half at 'y', input 1×9×9)", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Block, {|CNN209:Linear|}(3)] class B;")]
    [InlineData("[Block, Conv2d(2, 1, From = Graph.Input), {|CNN006:Conv2d|}(2, 1), Conv2d(3, 1, From = Graph.Input)] class B;")]
    [InlineData("[Block, Conv2d(2, 1, {|CNN004:From = \"outside\"|})] class B;")]
    [InlineData("[Block, Conv2d(2, 1, Name = \"a\"), ReLU({|CNN005:Name = \"a\"|})] class B;")]
    [InlineData("[Block, Conv2d(2, 1), {|CNN002:Input|}(3)] class B;")]
    [InlineData("[Block] class {|CNN008:B|};")]
    [InlineData("[Block, Conv2d(2, 1)] partial class B; [{|CNN003:ReLU|}] partial class B;")]
    [InlineData("[Block, Conv2d(2, 1, Name = \"a\"), ReLU(Name = \"b\"), Output(\"a\"), Output({|CNN101:\"b\"|})] class B;")]
    [InlineData("[Block, Conv2d(2, 1), Output({|CNN004:\"c\"|})] class B;")]
    [InlineData("[Block, Conv2d(2, {|CNN201:99|})] class B;")]
    [InlineData("[Block, {|CNN301:Conv2d|}(int.MaxValue, 1)] class B;")]
    [InlineData("[Block, Conv2d(2, 1, {|CNN213:Stride = 2|})] class B;")]
    public void Mistakes_inside_a_block_stand_on_its_own_attributes(string block)
    {
        string[] messages = Check.Marked(
            Check.Network("[Input(1, 9, 9), ReLU(Name = \"outside\"), Apply<B>(Name = \"b\", Repeat = 2), Conv2d(4, 1)]") + block);
        Assert.EndsWith("(in block B at 'b.0', input 1×9×9)", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Block, Conv2d({|CNN101:0|}, 1, {|CNN004:From = \"nowhere\"|})] class B<T>;")]
    [InlineData("[Block, ReLU(Name = \"a\"), ReLU({|CNN005:Name = \"a\"|}), Dropout({|CNN101:1f|})] static class B;")]
    [InlineData("[Block, {|CNN002:Input|}(3), ReLU] class B;")]
    [InlineData("[Block] class {|CNN008:B|};")]
    [InlineData("[Block, {|CNN007:Apply<string>|}] class B;")]
    [InlineData("[Block, Apply<C>, {|CNN007:Apply|}(typeof(int[]))] class B; [Block, {|CNN007:Apply<C>|}] class C;")]
    [InlineData("[Block, Apply<C>] class B; [Block, Linear({|CNN101:-1|})] class C;")]
    [InlineData("[Block, Conv2d(4, 3), Linear(3)] class B<T>;")]
    public void A_block_that_is_never_applied_is_checked_as_far_as_that_goes(string blocks) => Check.Marked($"using CnnGen;\n{blocks}");

    [Theory]
    [InlineData("[Input(1, 4, 4), Apply(typeof(B)), Apply(typeof(B), Repeat = 2, Name = \"b\")]", "")]
    [InlineData("[Input(4), Apply(typeof(B))]", "{|CNN209:Conv2d|}")]
    public void A_static_class_may_be_a_block(string layers, string marked) => Check.Marked(Check.Network(layers)
        + $"[Block, {(marked.Length > 0 ? marked : "Conv2d")}(2, 1), ReLU] static class B;");

    [Theory]
    [InlineData("{|CNN007:Apply<int[]>|}", "int[]")]
    [InlineData("{|CNN007:Apply|}(typeof(string))", "String")]
    [InlineData("{|CNN007:Apply|}(null!)", "null")]
    public void CNN007_what_is_no_class(string apply, string name) =>
        Assert.Contains($"'{name}'", Assert.Single(Check.Layers($"[Input(4), {apply}]")), StringComparison.Ordinal);

    [Fact]
    public void CSharp_errors_in_Apply_are_not_reported_again()
    {
        var compiler = new NetworkCompiler { AllowCSharpErrors = true };
        NetworkBuild build = compiler.Build(Check.Network("[Input(1, 8, 8), Apply<Missing>, Apply, ReLU(From = \"a\")]"));
        Assert.Empty(build.Diagnostics);
    }

    [Fact]
    public void A_mistake_in_a_block_of_another_assembly_is_reported_where_it_is_applied()
    {
        string library = """
            using CnnGen;
            [Block, Conv2d(4, 3), Apply<Part>(Name = "part")] public class Whole;
            [Block, ReLU, MaxPool2d(2)] public class Part;
            """;
        var compiler = new NetworkCompiler();
        MetadataReference[] references =
        [
            MetadataReference.CreateFromImage(compiler.Build(library).Image),
            compiler.CreateCompilation(library).ToMetadataReference(),
        ];
        foreach (MetadataReference reference in references)
        {
            compiler = new() { MoreReferences = [reference] };
            string message = Assert.Single(Check.MarkedFiles(
                compiler, Check.Network("[Input(1, 9, 9), {|CNN202:Apply<Whole>|}(Name = \"whole\")]")));
            Assert.EndsWith("(in block Part at 'whole.part', input 4×7×7)", message, StringComparison.Ordinal);
            message = Assert.Single(Check.MarkedFiles(
                compiler, Check.Network("[Input(1, 9, 9), Apply<Mine>]"),
                "using CnnGen;\n[Block, ReLU, {|CNN202:Apply<Whole>|}] class Mine;"));
            Assert.EndsWith("(in block Part at '0.1.part', input 4×7×7)", message, StringComparison.Ordinal);
            Check.MarkedFiles(compiler, Check.Network("[Input(1, 10, 10), Apply<Whole>]"));
        }
    }
}
