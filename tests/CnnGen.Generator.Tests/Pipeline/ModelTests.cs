using CnnGen.Generator.Attributes;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>What is cached between steps compares by value and holds values only.</summary>
public sealed class ModelTests
{
    private const string Layers =
        "[Input(3, 8, 8, Layout = TensorLayout.ChannelsLast), Conv2d(2, 3, InputMasks = new[] { 1, 6 }, Name = \"c\"), LeakyReLU(0.2f)]";

    [Fact]
    public void Equal_sources_give_equal_specs_and_graphs()
    {
        NetworkSpec a = Specs.Parse(Check.Network(Layers));
        NetworkSpec b = Specs.Parse("// moved\n" + Check.Network(Layers.Replace(", ", ",  ", StringComparison.Ordinal)));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.Equal(GraphBuilder.Build(a), GraphBuilder.Build(b));
        Assert.Equal(GraphBuilder.Build(a).GetHashCode(), GraphBuilder.Build(b).GetHashCode());
    }

    [Theory]
    [InlineData("ChannelsLast", "ChannelsFirst")]
    [InlineData("Conv2d(2", "Conv2d(4")]
    [InlineData("1, 6", "2, 6")]
    [InlineData("\"c\"", "\"d\"")]
    [InlineData("0.2f", "0.3f")]
    [InlineData("LeakyReLU(0.2f)", "ReLU")]
    public void A_changed_argument_gives_another_spec(string before, string after)
    {
        NetworkSpec changed = Specs.Parse(Check.Network(Layers.Replace(before, after, StringComparison.Ordinal)));
        Assert.NotEqual(Specs.Parse(Check.Network(Layers)), changed);
    }

    [Theory]
    [InlineData("Argument.First", "Argument.Second")]
    [InlineData("Graph.Channels", "Graph.InputChannels")]
    [InlineData("2 * Graph.Channels", "3 * Graph.Channels")]
    [InlineData("Graph.Channels - 2", "Graph.Channels + 2")]
    [InlineData("Argument.First / Argument.Second", "Argument.Second / Argument.First")]
    [InlineData("Graph.Channels", "653")]
    [InlineData("Argument.First << 1", "Argument.First << 2")]
    public void Expressions_compare_by_value(string expression, string other)
    {
        NetworkSpec spec = Parse(expression), again = Parse($"/* here */ ( {expression} )");
        Assert.Equal(spec, again);
        Assert.Equal(spec.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(spec, Parse(other));

        static NetworkSpec Parse(string expression) =>
            Specs.Parse(Check.Network("[Input(3, 8, 8), Apply<B>(1, 2)]") + $"[Block, Conv2d({expression}, 1)] class B;");
    }

    [Theory]
    [InlineData("", "(Training = false)")]
    [InlineData("", "(Rounding = Rounding.Floor)")]
    [InlineData("(MaxArenaBytes = 1)", "(MaxArenaBytes = 2)")]
    public void A_changed_option_gives_another_spec(string before, string after) =>
        Assert.NotEqual(Specs.Parse(Check.Network(Layers, before)), Specs.Parse(Check.Network(Layers, after)));

    [Theory]
    [InlineData(typeof(NetworkSpec))]
    [InlineData(typeof(GraphResult))]
    [InlineData(typeof(Expression))]
    public void Models_hold_values_only(Type model) => Assert.Empty(ModelTypes.Offenders(model));

    [Fact]
    public void A_model_that_holds_more_than_values_is_found() =>
        Assert.Equal(["Location", "Int32[]"], ModelTypes.Offenders(typeof(Leaky)).Select(type => type.Name));

    [Fact]
    public void Constants_mirror_the_attributes()
    {
        Assert.Equal(Pad.Same, WindowReader.Same);
        Assert.Equal(CnnGen.Graph.Input, NameTable.Input);
        IEnumerable<(string, int)> marks = new[] { typeof(Argument), typeof(CnnGen.Graph) }
            .SelectMany(type => type.GetFields().Where(field => field.FieldType == typeof(int)))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (int)field.GetRawConstantValue()!));
        Assert.Equal(Enumerable.Range(0, Placeholders.Count).Select(i => (Placeholders.Name(i), Placeholders.Value(i))), marks);
    }

    [Fact]
    public void Every_layer_attribute_has_an_operator()
    {
        string[] kinds =
        [
            .. typeof(LayerAttribute).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract
                    && type != typeof(ApplyAttribute) && type != typeof(ApplyAttribute<>))
                .Select(type => type.Name[..^"Attribute".Length]),
        ];
        Assert.Equal(50, kinds.Length);
        Assert.All(kinds, kind => Assert.True(LayerReaders.Knows(kind), kind));
    }

    private sealed record Leaky(EquatableArray<int> Good, Microsoft.CodeAnalysis.Location Location, int[] Numbers);
}
