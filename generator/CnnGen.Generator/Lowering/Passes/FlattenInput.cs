using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>An image that is only flattened is a vector from the start, in the caller's order: nothing to rearrange or widen.</summary>
internal static class FlattenInput
{
    public static LoweredGraph Run(LoweredGraph graph, bool channelsLast)
    {
        Shape input = graph.Values[LoweredGraph.Input];
        bool isCallersOrder = !channelsLast || input.Channels == 1;
        if (!isCallersOrder || graph.IsOutput(LoweredGraph.Input)
            || !graph.Consumers(LoweredGraph.Input).All(node => node.Operator is Flatten))
        {
            return graph;
        }

        Shape vector = Shape.Vector(checked((int)input.Length));
        return graph with
        {
            Values = EquatableArray<Shape>.From(graph.Values.Select((shape, value) => value == LoweredGraph.Input ? vector : shape)),
        };
    }
}
