using CnnGen.Generator.Emit;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Who types on does not wait for what nobody needs any more: every stage stops when it is told to.</summary>
public class CancellationTests
{
    private const string Layers = "[Input(3, 8, 8), Conv2d(8, 3), ReLU, Flatten, Linear(10)]";

    private static readonly CancellationToken Cancelled = new(canceled: true);

    private static readonly NetworkSpec Spec = Tests.Specs.Parse(Check.Network(Layers));

    private static readonly NetworkGraph Graph = Tests.Specs.Graph(Layers);

    [Fact]
    public void Expansion_stops() => Assert.Throws<OperationCanceledException>(() => GraphBuilder.Build(Spec, Cancelled));

    [Fact]
    public void A_block_by_itself_stops() => Assert.Throws<OperationCanceledException>(() => GraphBuilder.CheckBlock(
        Tests.Specs.ParseBlock("using CnnGen; [Block, Conv2d(8, 3), ReLU] class Net { }"), Cancelled));

    [Fact]
    public void Lowering_stops()
    {
        Assert.Throws<OperationCanceledException>(() => LowerInference.Run(Graph, channelsLast: false, cancellation: Cancelled));
        WeightPlan weights = LowerInference.Run(Graph, channelsLast: false).Weights;
        Assert.Throws<OperationCanceledException>(() => LowerTraining.Run(Graph, weights, channelsLast: false, cancellation: Cancelled));
    }

    [Fact]
    public void Emission_stops() => Assert.Throws<OperationCanceledException>(
        () => NetworkEmitter.Emit(Spec, Graph, NetworkPlans.Of(Spec, Graph)!, cancellation: Cancelled));

    [Fact]
    public void The_compiler_hands_the_wish_on()
    {
        Assert.Throws<OperationCanceledException>(() => Compiler.Compile(Spec, new(), Cancelled));
        Assert.Throws<OperationCanceledException>(() => Compiler.Check(Spec, Cancelled).ToList());
    }
}
