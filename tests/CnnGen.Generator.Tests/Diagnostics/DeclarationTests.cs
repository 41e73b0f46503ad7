namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN001 to CNN009: the class and its declaration.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData("public sealed class {|CNN001:Net|};")]
    [InlineData("public sealed partial class {|CNN001:Net|}<T>;")]
    [InlineData("public static partial class {|CNN001:Net|};")]
    [InlineData("public abstract partial class {|CNN001:Net|};")]
    [InlineData("file partial class {|CNN001:Net|};")]
    [InlineData("partial class {|CNN001:Info|};")]
    [InlineData("partial class {|CNN001:_inference|};")]
    [InlineData("partial class {|CNN001:Net|}(int x) { public int X => x; }")]
    [InlineData("partial record {|CNN001:Net|}(int X);")]
    [InlineData("sealed partial record class {|CNN001:Net|} { public int X { get; init; } }")]
    [InlineData("partial class {|CNN001:Net|} { public required int X { get; set; } }")]
    public void CNN001_the_class_cannot_be_completed(string declaration)
    {
        Check.Marked($"using CnnGen;\n[Network, Input(4), Linear(2)]\n{declaration}\n");
    }

    [Fact]
    public void CNN001_a_member_of_the_base_class_is_required() => Check.Marked("""
        using CnnGen;
        public class Base
        {
            public required int X;
        }

        [Network, Input(4), Linear(2)]
        public partial class {|CNN001:Net|} : Base;
        """);

    [Theory]
    [InlineData("partial class @class;")]
    [InlineData("partial class netz;")]
    [InlineData("partial class Net : Base; public class Base { public int Threads; public virtual void Save(string path) { } }")]
    public void Unusual_declarations_compile(string declaration) =>
        Check.Marked($"#pragma warning disable CS8981, CS0649\nusing CnnGen;\n[Network, Input(4), Linear(2)]\n{declaration}\n");

    [Fact]
    public void A_network_with_mistakes_has_a_span_for_each_output() => Check.Marked("""
        using CnnGen;

        [Network, Input(4), Linear(3, Name = "a"), Linear({|CNN101:0|}, Name = "b"), Output("a"), Output("b")]
        partial class Net;

        class User
        {
            public void Run(Net net, float[] x) => net.Predict(x, x, x);
        }
        """);

    [Fact]
    public void A_layer_of_the_users_is_an_error_of_CSharp_alone()
    {
        NetworkBuild build = new NetworkCompiler { AllowCSharpErrors = true }.Build(
            "using CnnGen;\nsealed class FooAttribute : LayerAttribute;\n[Network, Input(4), Foo, Linear(2)]\npartial class Net;\n");
        Assert.Empty(build.Diagnostics);
    }

    [Theory]
    [InlineData("class Outer", "must be partial, too")]
    [InlineData("partial class Outer<T>", "generic")]
    public void CNN001_the_containing_type_cannot_be_completed(string outer, string reason)
    {
        string[] messages = Check.Marked($$"""
            using CnnGen;
            public {{outer}}
            {
                [Network, Input(4), Linear(2)]
                public sealed partial class {|CNN001:Net|};
            }
            """);
        Assert.Contains(reason, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network, Linear(2)]\npartial class {|CNN002:Net|};")]
    [InlineData("[Network, Input(4), {|CNN002:Input|}(4), Linear(2)]\npartial class Net;")]
    [InlineData("[Network]\n[Linear(2), {|CNN002:Input|}(4)]\npartial class Net;")]
    public void CNN002_input_missing_repeated_or_late(string network) => Check.Marked($"using CnnGen;\n{network}\n");

    [Fact]
    public void CNN003_layers_on_two_declarations() => Check.Marked("""
        using CnnGen;

        [Network, Input(4), Linear(3)]
        partial class Net;

        [{|CNN003:ReLU|}, Linear(2)]
        partial class Net;
        """);

    [Fact]
    public void Layers_may_stand_apart_from_Network() => Check.Marked("""
        using CnnGen;

        [Network]
        partial class Net;

        [Input(4), Linear(3), ReLU]
        partial class Net;
        """);

    [Fact]
    public void CNN004_From_names_no_earlier_tensor()
    {
        string message = Assert.Single(Check.Layers(
            """[Input(4), Linear(3, Name = "a"), Linear(2, {|CNN004:From = "b"|}), Linear(2, Name = "b")]"""));
        Assert.Equal("no layer before this one is named 'b'; the names before it are 'input', 'a'", message);
    }

    [Fact]
    public void CNN004_where_no_layer_has_a_name()
    {
        string message = Assert.Single(Check.Layers("""[Input(4), Linear(4), Add({|CNN004:"0"|})]"""));
        Assert.EndsWith("; the only name before it is 'input'; write Name = ... on the layer that is meant", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[Input(4), Linear(3, Name = "a"), Linear(2, {|CNN005:Name = "a"|})]""")]
    [InlineData("""[Input(4), Linear(3, {|CNN005:Name = "input"|})]""")]
    [InlineData("""[Input(4), Linear(3), ReLU({|CNN005:Name = "0"|})]""")]
    [InlineData("""[Input(4), ReLU({|CNN005:Name = "1"|}), Linear(3)]""")]
    public void CNN005_duplicate_name(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN006_unused_output() =>
        Check.Layers("""[Input(4), {|CNN006:Linear|}(3), Linear(2, From = Graph.Input)]""");

    [Fact]
    public void CNN008_no_layers() => Check.Marked("using CnnGen;\n[Network, Input(4)]\npartial class {|CNN008:Net|};\n");

    [Theory]
    [InlineData("[Input(4), Linear(2)]\npublic partial class {|CNN009:Net|};")]
    [InlineData("[Linear(2)]\nclass {|CNN009:Net|};")]
    [InlineData("[System.Obsolete, Output(\"a\")]\nclass Net;")]
    public void CNN009_layers_that_nothing_compiles(string type) => Check.Marked($"using CnnGen;\n{type}\n");
}
