using CnnGen.Generator.Lowering.Operators;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// At inference a convolution whose output only a concatenation reads writes into the concatenation's memory; what is left to copy is
/// what other operators wrote. The part must begin on a vector and fill its vectors, unless nothing follows it.
/// </summary>
internal static class PlaceInConcat
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var nodes = graph.Nodes.ToList();
        foreach (LoweredNode concat in graph.Nodes.Where(node => node.Operator is Concat && !graph.IsVector(node.Output)))
        {
            int first = 0;
            foreach (int input in concat.Inputs)
            {
                int channels = graph.Values[input].Channels;
                bool isLast = first + channels == graph.Values[concat.Output].Channels;
                int producer = nodes.FindIndex(node => node.Output == input);
                if (producer >= 0 && first % Layout.Lanes == 0 && (isLast || channels % Layout.Lanes == 0)
                    && OperatorLowerings.Of(nodes[producer].Operator).CanWriteInto(nodes[producer])
                    && IsReadOnce(graph, input))
                {
                    nodes[producer] = nodes[producer] with { Place = new ConcatPlace(concat.Output, first) };
                }

                first += channels;
            }
        }

        return graph with { Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }

    private static bool IsReadOnce(LoweredGraph graph, int value) =>
        !graph.IsOutput(value) && graph.Nodes.Sum(node => node.Inputs.Count(input => input == value) + (node.Residual == value ? 1 : 0)) == 1;
}
