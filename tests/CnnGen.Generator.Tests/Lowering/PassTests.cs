using System.Reflection;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Lowering;

/// <summary>Every pass leaves a graph that can be executed and read.</summary>
public sealed class PassTests
{
    private const string Mixed = """
        [Input(3, 9, 11)]
        [Conv2d(8, 3, Padding = 2, PaddingMode = PaddingMode.Circular), GELU, Dropout(0.2f)]
        [Subsample2d(3, Stride = 1, Padding = 1)]
        [FixedConv2d(3, 1, 0, 0, 0, 0, 0, 0, 0, -1, Padding = 1, PaddingMode = PaddingMode.Replicate)]
        [Conv2d(5, 2, Padding = 1, PaddingMode = PaddingMode.Reflect), PReLU, MaxPool2d(2), ReLU]
        [Flatten, Tanh, Dropout(0.5f), Linear(7), Softmax]
        """;

    /// <summary>The passes are found by their form, so that a new one is tested as well.</summary>
    private static readonly MethodInfo[] Passes =
    [
        .. typeof(ExplicitPadding).Assembly.GetTypes().Where(type => type.Namespace == typeof(ExplicitPadding).Namespace)
            .Select(type => type.GetMethod("Run")).OfType<MethodInfo>().Where(IsPass).OrderBy(Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void The_passes_are_found() => Assert.Superset(
        new HashSet<string> { nameof(ExplicitPadding), nameof(FuseActivations), nameof(RemoveIdentities) },
        Passes.Select(Name).ToHashSet());

    [Theory]
    [MemberData(nameof(KnownNetworks.NamesAndRandom), MemberType = typeof(KnownNetworks))]
    public void Every_pass_leaves_a_sound_graph(string name)
    {
        (string attributes, string options) = KnownNetworks.Get(name);
        RequireSound(Specs.Graph(attributes, options));
    }

    [Fact]
    public void Every_pass_leaves_a_sound_graph_where_it_has_work() => RequireSound(Specs.Graph(Mixed, "(Rounding = Rounding.Floor)"));

    [Fact]
    public void Inference_and_training_keep_what_they_need()
    {
        NetworkGraph graph = Specs.Graph(Mixed, "(Rounding = Rounding.Floor)");
        Assert.Equal(
            [
                "BorderPad", "Conv2d+GELU", "Pool2d", "LayerScale", "BorderPad", "FixedConv2d", "BorderPad", "Conv2d", "PReLU",
                "Pool2d+ReLU", "Activation", "Linear", "Softmax",
            ],
            Kinds(LowerInference.Passes(graph, channelsLast: false)));
        Assert.Equal(
            [
                "BorderPad", "Conv2d", "Activation", "Dropout", "Pool2d", "LayerScale", "BorderPad", "FixedConv2d", "BorderPad", "Conv2d",
                "PReLU", "Pool2d", "Activation", "Activation", "Dropout", "Linear", "Softmax",
            ],
            Kinds(LowerTraining.Passes(graph, channelsLast: false)));
    }

    [Theory]
    [InlineData("Conv2d(8, 3), BatchNorm2d, ReLU", "Conv2d+ReLU")]
    [InlineData("Conv2d(8, 3), LayerScale, ReLU", "Conv2d+ReLU")]
    [InlineData("Conv2d(8, 3), LayerScale, BatchNorm2d", "Conv2d, BatchNorm2d")]
    [InlineData("Conv2d(8, 3), ReLU, LayerScale", "Conv2d+ReLU, LayerScale")]
    [InlineData("""Conv2d(8, 3, Name = "conv"), LayerScale, Add("conv")""", "Conv2d, LayerScale, Add")]
    public void A_scale_that_alone_reads_a_convolution_becomes_part_of_it(string layers, string expected) => Assert.Equal(
        expected, string.Join(", ", Kinds(LowerInference.Passes(Specs.Graph($"[Input(3, 9, 9), {layers}]"), channelsLast: false))));

    private static IEnumerable<string> Kinds(LoweredGraph graph) =>
        graph.Nodes.Select(node => node.Operator.GetType().Name + (node.Activation is { } f ? $"+{f.Kind}" : ""));

    /// <summary>The first passes one after another, then each pass on graphs without identities and on finished ones.</summary>
    private static void RequireSound(NetworkGraph graph)
    {
        LoweredGraph start = LoweredGraph.From(graph);
        RequireSound(start, graph, "at the start");
        start = ExplicitPadding.Run(start);
        RequireSound(start, graph, $"after {nameof(ExplicitPadding)}");
        foreach (bool training in new[] { false, true })
        {
            LoweredGraph named = RemoveIdentities.Run(start, training);
            RequireSound(named, graph, $"after {nameof(RemoveIdentities)}");
            LoweredGraph finished = training
                ? LowerTraining.Passes(graph, channelsLast: false)
                : LowerInference.Passes(graph, channelsLast: false);
            RequireSound(finished, graph, "at the end");
            foreach (MethodInfo pass in Passes)
            {
                RequireSound(Apply(pass, named, training), graph, $"after {Name(pass)}");
                RequireSound(Apply(pass, finished, training), graph, $"at the end and after {Name(pass)}");
            }
        }
    }

    private static LoweredGraph Apply(MethodInfo pass, LoweredGraph graph, bool training) =>
        (LoweredGraph)pass.Invoke(null, pass.GetParameters().Length == 1 ? [graph] : [graph, training])!;

    private static void RequireSound(LoweredGraph graph, NetworkGraph network, string when)
    {
        var defined = new HashSet<int> { LoweredGraph.Input };
        foreach (LoweredNode node in graph.Nodes)
        {
            Assert.All(
                node.Inputs,
                input => Assert.True(defined.Contains(input), $"{when}, %{input} is read before it is defined:\n{graph}"));
            Assert.True(defined.Add(node.Output), $"{when}, %{node.Output} is defined twice:\n{graph}");
            Assert.InRange(node.Output, 0, graph.Values.Count - 1);
            Assert.Contains(node.Source, network.Nodes);
        }

        Assert.Equal(network.Outputs.Count, graph.Outputs.Count);
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            Assert.True(defined.Contains(graph.Outputs[i]), $"{when}, output %{graph.Outputs[i]} is not defined:\n{graph}");
            Assert.Equal(network.Values[network.Outputs[i]].Shape.Length, graph.Values[graph.Outputs[i]].Length);
        }

        Assert.Equal(
            graph.Nodes.Select(node => $"%{node.Output} = {node.Operator}"),
            graph.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[..line.LastIndexOf("(%", StringComparison.Ordinal)]));
    }

    private static bool IsPass(MethodInfo run) =>
        run.IsStatic && run.ReturnType == typeof(LoweredGraph)
        && run.GetParameters().Select(parameter => parameter.ParameterType).ToArray() is [var graph, .. var rest]
        && graph == typeof(LoweredGraph) && rest.All(type => type == typeof(bool)) && rest.Length <= 1;

    private static string Name(MethodInfo pass) => pass.DeclaringType!.Name;
}
