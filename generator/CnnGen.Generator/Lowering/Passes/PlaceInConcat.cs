using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// At inference a convolution whose output only a concatenation reads writes into the concatenation's memory; what is left to copy is
/// what other operators wrote. The part must begin on a vector and fill its vectors, unless nothing follows it. Where less than half of a
/// concatenation could be placed, nothing is: the layers of DenseNet would gain little, and share no kernels any more, since each would
/// write into a place of its own shape.
/// </summary>
internal static class PlaceInConcat
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var nodes = graph.Nodes.ToList();
        foreach (LoweredNode concat in graph.Nodes.Where(node => node.Operator is Concat && !graph.IsVector(node.Output)))
        {
            List<(int Producer, int Channel)> parts = [.. Parts(graph, nodes, concat)];
            if (2 * parts.Sum(part => graph.Values[nodes[part.Producer].Output].Channels) < graph.Values[concat.Output].Channels)
            {
                continue;
            }

            foreach ((int producer, int channel) in parts)
            {
                nodes[producer] = nodes[producer] with { Place = new ConcatPlace(concat.Output, channel) };
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }

    /// <summary>The nodes that can write into the concatenation, with the channel where they begin.</summary>
    private static IEnumerable<(int Producer, int Channel)> Parts(LoweredGraph graph, List<LoweredNode> nodes, LoweredNode concat)
    {
        int first = 0;
        foreach (int input in concat.Inputs)
        {
            int channels = graph.Values[input].Channels;
            bool isLast = first + channels == graph.Values[concat.Output].Channels;
            if (nodes.ProducerOfReadOnce(graph, input) is var producer and >= 0
                && first % Layout.Lanes == 0 && (isLast || channels % Layout.Lanes == 0)
                && OperatorLowerings.Of(nodes[producer].Operator).CanWriteInto(nodes[producer]))
            {
                yield return (producer, first);
            }

            first += channels;
        }
    }
}
