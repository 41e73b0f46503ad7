using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Tests.Graph;

/// <summary>Options may come from elsewhere than attributes: the same records make the same graph.</summary>
public class SourceTests
{
    private static readonly Axis[] Axes = [Axis.Vertical, Axis.Horizontal];

    [Fact]
    public void Options_without_attributes_make_the_graph_of_the_attributes()
    {
        NetworkGraph written = Specs.Graph("[Input(3, 9, 9), Conv2d(8, 3, Stride = 2), ReLU, Flatten, Linear(10)]");
        var problems = ImmutableArray.CreateBuilder<Problem>();
        NetworkGraph built = Build(
            problems, new(3, 9, 9), ("Conv2d", Convolution(kernel: 3, stride: 2)), ("ReLU", new ActivationOptions(ActivationKind.ReLU)),
            ("Flatten", new FlattenOptions()), ("Linear", new LinearOptions(10, Bias: true)))!;
        Assert.Empty(problems);
        Assert.Equal(written, built);
        Assert.NotEmpty(LowerInference.Run(built, channelsLast: false).Calls);
    }

    [Fact]
    public void A_mistake_in_them_is_reported_at_the_layer_and_no_fix_is_offered()
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Assert.Null(Build(problems, new(3, 8, 8), ("Conv2d", Convolution(kernel: 3, stride: 2))));
        Problem problem = Assert.Single(problems);
        Assert.Equal((DiagnosticIds.StrideLeavesRest, Place.Layer(0)), (problem.Id, problem.Place));
        Assert.Empty(problem.Fixes);
    }

    private static Conv2dOptions Convolution(int kernel, int stride)
    {
        AxisOptions[] axes =
        [
            .. Axes.Select(axis => new AxisOptions(
                axis, IsPool: false, kernel, "kernel", stride, "Stride", Dilation: 1, new(0, null, IsSame: false), new(0, null, IsSame: false))),
        ];
        var window = new WindowOptions(axes[0], axes[1], Generator.Model.Rounding.Exact);
        return new(
            8, new(window, Generator.Model.PaddingMode.Zeros, Bias: true, Flipped: false, Generator.Model.ConvAlgorithm.Auto), Groups: 1,
            InputMasks: null);
    }

    private static NetworkGraph? Build(
        ImmutableArray<Problem>.Builder problems, Shape input, params (string Kind, LayerOptions Options)[] layers)
    {
        var draft = new GraphDraft(problems, CancellationToken.None);
        BlockPath path = BlockPath.Outside;
        int value = draft.AddValue(new Signal(input, ReceptiveField.Pixel));
        draft.Claim(value, "input", new(path, Place.Class, "Input", "input"));
        for (int i = 0; i < layers.Length; i++)
        {
            var found = new ProblemList(Place.Layer(i), _ => false);
            var layer = new LayerContext(
                layers[i].Kind, $"{i}", draft.InputRows, [draft.Signal(value)], new(i - 1, null, []), new Fixed(layers[i].Options), found);
            var origin = new Origin(path, Place.Layer(i), layers[i].Kind, Name: null);
            value = layer.Infer() is { } inference
                ? draft.AddLayer(layer, inference, $"{i}", [value], origin)
                : draft.AddUnknown();
            draft.Claim(value, name: null, origin);
            draft.Report(found, path);
        }

        return draft.Finish([value]);
    }

    /// <summary>Options that nothing can change.</summary>
    private sealed record Fixed(LayerOptions Options) : ILayerSource
    {
        public string? Name => null;

        public IEnumerable<string> Written => [];

        public string? From => null;

        public EquatableArray<string> Names => EquatableArray<string>.Empty;

        public bool Has(string argument) => false;

        public bool ArePositional(params string[] arguments) => false;

        public bool IsComputed(string argument) => true;

        public bool AcceptsRest(string argument) => false;

        public ILayerSource With(string argument, object? value) => this;

        public ILayerSource As(string kind) => this;

        public LayerOptions Read(LayerContext layer) => Options;
    }
}
