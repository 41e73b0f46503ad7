using System.Globalization;
using System.Text.RegularExpressions;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN302: which layers cost most, and how to come to terms with the budget.</summary>
public sealed class BudgetTests
{
    private const string Dense = "[Input(4), Linear(4), ReLU, Linear(1)]";
    private const string Wide = "[Input(16), Linear(40), ReLU, Linear(24), ReLU, Linear(16), ReLU, Linear(4)]";
    private const string Filters = "[Input(4, 8, 8), Conv2d(64, 3, Padding = 1), ReLU, Conv2d(8, 3)]";

    [Theory]
    [InlineData(
        "({|CNN302:MaxParameters = 20|})", Dense,
        "the network has 25 parameters but MaxParameters allows 20; the most are in Linear '0' (20) and Linear '2' (5); "
            + "use 3 for outFeatures of Linear '0' for 19 parameters in all")]
    [InlineData(
        "(MaxParameters = 25, {|CNN302:MaxMultiplyAdds = 10|})", Dense,
        "the network has 20 multiply-adds but MaxMultiplyAdds allows 10; the most are in Linear '0' (16) and Linear '2' (4); "
            + "use 2 for outFeatures of Linear '0' for 10 multiply-adds in all")]
    [InlineData(
        "({|CNN302:MaxParameters = 2_000|})", Wide,
        "the network has 2,132 parameters but MaxParameters allows 2,000; the most are in Linear '2' (984), Linear '0' (680) and "
            + "Linear '4' (400); use 16 for outFeatures of Linear '2' for 1,676 parameters in all")]
    [InlineData(
        "({|CNN302:MaxMultiplyAdds = 1|})", "[Input(4), Linear(1)]",
        "the network has 4 multiply-adds but MaxMultiplyAdds allows 1; the most are in Linear '0' (4)")]
    public void Counts_are_those_of_the_costliest_layers(string options, string layers, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Marked(Check.Network(layers, options))));

    [Theory]
    [InlineData(
        "MaxArenaBytes",
        "the network has an arena of 17,984 bytes but MaxArenaBytes allows 100; the most are in 0 Conv2d (16,384) and input (1,600)")]
    [InlineData(
        "MaxTrainingBytes",
        "the network has 52,800 bytes for each sample in training but MaxTrainingBytes allows 100; the most are in 0 Conv2d (41,984), "
            + "2 Conv2d (3,200) and input (1,600)")]
    public void Memory_is_that_of_the_layers_alive_at_the_peak(string budget, string expected) =>
        Assert.Equal(expected, Assert.Single(Check.Marked(Check.Network(Filters, $"({{|CNN302:{budget} = 100|}})"))));

    /// <summary>A residual network's tensors that wait for the sum count, though an other layer's is the largest of all.</summary>
    [Fact]
    public void Peak_counts_what_is_needed_at_once()
    {
        NetworkGraph graph = Specs.Graph("[Input(8, 4, 4), Conv2d(8, 1, Name = \"a\"), Conv2d(16, 1), Conv2d(8, 1), Add(\"a\")]");
        InferencePlan plan = LowerInference.Run(graph, channelsLast: false);
        Assert.Equal(
            [("a Conv2d", 8 * 16 * sizeof(float)), ("1 Conv2d", 16 * 16 * sizeof(float)), ("2 Conv2d", 8 * 16 * sizeof(float))],
            Memory.Peak(plan.Slots, plan.Calls).Select(share => (share.Layer, (int)share.Bytes)));
    }

    [Theory]
    [InlineData("MaxTrainingBytes = 100, Training = false")]
    [InlineData("MaxTrainingBytes = 1_000_000, MaxArenaBytes = 1_000_000, MaxParameters = 10_000, MaxMultiplyAdds = 1_000_000")]
    [InlineData("MaxTrainingBytes = 0")]
    public void Nothing_is_said_within_the_budget(string options) => Check.Marked(Check.Network(Filters, $"({options})"));

    [Fact]
    public void A_budget_is_not_negative() => Check.Marked(Check.Network(Filters, "({|CNN101:MaxTrainingBytes = -1|})"));

    [Theory]
    [InlineData("MaxParameters = 100", "[Input(4, 8, 8), Conv2d(8, 3)]", "Use MaxParameters = 296")]
    [InlineData("MaxMultiplyAdds = 1000L", "[Input(4, 8, 8), Conv2d(8, 3)]", "Use MaxMultiplyAdds = 10368")]
    [InlineData("MaxArenaBytes = 1", "[Input(4, 8, 8), Conv2d(8, 3)]", "Use MaxArenaBytes = 2176")]
    [InlineData(
        "MaxParameters = 20", Dense, "Use 3 for outFeatures (of Linear '0': 19 parameters in all)", "Use MaxParameters = 25")]
    [InlineData(
        "MaxMultiplyAdds = 200_000", Filters,
        "Use 40 for outChannels (of Conv2d '0': 195,840 multiply-adds in all)", "Use MaxMultiplyAdds = 313344")]
    [InlineData(
        "MaxParameters = 900", "[Input(8, 4, 4), Conv2d(64, 1), GroupNorm(32), ReLU, Conv2d(4, 1)]",
        "Use 32 for outChannels (of Conv2d '0': 484 parameters in all)", "Use MaxParameters = 964")]
    [InlineData("MaxParameters = 300", "[Input(8, 4, 4), Conv2d(8, 3, Padding = 1), Add(Graph.Input), ReLU]", "Use MaxParameters = 584")]
    public async Task Offers_are_tried_and_say_what_they_lead_to(string budget, string layers, params string[] titles)
    {
        IReadOnlyList<FixedSource> fixes = await FixedSource.OfferAsync(Check.Network(layers, $"({budget})"));
        Assert.Equal(titles, fixes.Select(fix => fix.Title));
        Assert.All(fixes, fix => Assert.Empty(new NetworkCompiler().Build(fix.Text).Diagnostics));
    }

    [Fact]
    public async Task A_layer_of_a_block_is_shrunk_there()
    {
        string source = Check.Network("[Input(8, 4, 4), Apply<B>(8, Name = \"b\")]", "(MaxParameters = 1000)")
            + "[Block, Conv2d(64, 3), Conv2d(Argument.First, 1)] class B;";
        IReadOnlyList<FixedSource> fixes = await FixedSource.OfferAsync(source);
        Assert.Equal("Use 8 for outChannels (of Conv2d 'b.0': 656 parameters in all)", fixes[0].Title);
        Assert.Equal(source.Replace("Conv2d(64, 3)", "Conv2d(8, 3)", StringComparison.Ordinal), fixes[0].Text);
    }

    /// <summary>The figures of the documentation are those that budgets are compared with.</summary>
    [Theory]
    [InlineData("MaxArenaBytes", @"works in ([\d,]+) bytes")]
    [InlineData("MaxTrainingBytes", @"in training takes ([\d,]+) bytes")]
    public void Documentation_and_budgets_agree(string budget, string pattern)
    {
        string text = new NetworkCompiler().Build(Check.Network(Filters)).Source;
        string figure = Regex.Match(text, pattern).Groups[1].Value;
        long bytes = long.Parse(figure, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        Check.Marked(Check.Network(Filters, $"({budget} = {bytes})"));
        Check.Marked(Check.Network(Filters, $"({{|CNN302:{budget} = {bytes - 1}|}})"));
    }
}
