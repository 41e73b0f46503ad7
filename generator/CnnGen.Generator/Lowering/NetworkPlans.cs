using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Lowering;

/// <summary>A network, lowered.</summary>
/// <param name="Training">Null where the network does not ask for it.</param>
internal sealed record NetworkPlans(InferencePlan Inference, TrainingPlan? Training)
{
    /// <summary>Tensors that together have fewer elements leave room for all that lowering adds to them.</summary>
    private const long Small = Size.Limit / 16;

    /// <summary>The plans, or null where an offset does not fit an index (CNN301).</summary>
    /// <param name="spec">What the attributes say.</param>
    /// <param name="graph">The network.</param>
    /// <param name="zone">Elements to be kept free on each side of a tensor.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static NetworkPlans? Of(NetworkSpec spec, NetworkGraph graph, int zone = 0, CancellationToken cancellation = default)
    {
        try
        {
            bool channelsLast = IsChannelsLast(spec);
            InferencePlan inference = LowerInference.Run(graph, channelsLast, zone, cancellation);
            return new(
                inference,
                spec.Training ? LowerTraining.Run(graph, inference.Weights, channelsLast, zone, cancellation) : null);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether all offsets fit an index. Only large networks are lowered to see.</summary>
    public static bool Fit(NetworkSpec spec, NetworkGraph graph, CancellationToken cancellation) =>
        IsSmall(spec, graph) || Of(spec, graph, cancellation: cancellation) is not null;

    private static bool IsChannelsLast(NetworkSpec spec) => spec.Layout == TensorLayout.ChannelsLast;

    private static bool IsSmall(NetworkSpec spec, NetworkGraph graph)
    {
        try
        {
            LoweredGraph lowered = LowerInference.Passes(graph, IsChannelsLast(spec));
            return Passes.AssignLayouts.Values(lowered).Sum(layout => (long)layout.Size) <= Small;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
