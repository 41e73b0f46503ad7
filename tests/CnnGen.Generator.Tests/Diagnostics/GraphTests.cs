namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN003 to CNN006 on outputs.</summary>
public sealed class GraphTests
{
    [Theory]
    [InlineData("""[Input(4), Linear(2, Name = "a"), Output({|CNN004:"b"|})]""")]
    [InlineData("""[Input(4), Linear(2, Name = "a"), Output("a"), Output({|CNN005:"a"|})]""")]
    [InlineData("""[Input(4), Linear(2, Name = "a"), Output("a"), Output({|CNN101:Graph.Input|})]""")]
    [InlineData("""[Input(4), Linear(2, Name = "a"), {|CNN006:Linear|}(3), Output("a")]""")]
    public void Outputs_that_are_wrong(string layers) => Check.Layers(layers);

    [Fact]
    public void CNN003_outputs_on_two_declarations() => Check.Marked("""
        using CnnGen;

        [Network, Input(4), Linear(3, Name = "a"), Linear(2, Name = "b"), Output("a")]
        partial class Net;

        [{|CNN003:Output|}("b")]
        partial class Net;
        """);

    [Fact]
    public void CNN004_lists_the_names_of_all_layers() => Assert.Equal(
        "no layer here is named 'c'; the names here are 'input', 'a', 'b'",
        Assert.Single(Check.Layers("""[Input(4), Output({|CNN004:"c"|}), Linear(2, Name = "a"), Linear(2, Name = "b")]""")));
}
