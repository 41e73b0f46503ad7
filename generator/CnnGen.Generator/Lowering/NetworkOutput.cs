using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>One of the network's outputs: its value after the passes and its place among a sample's outputs.</summary>
internal sealed record NetworkOutput(int Value, int Offset, bool ChannelsLast)
{
    public static IEnumerable<NetworkOutput> Of(NetworkGraph graph, LoweredGraph lowered, bool channelsLast)
    {
        int offset = 0;
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            Shape shape = graph.Values[graph.Outputs[i]].Shape;
            yield return new NetworkOutput(lowered.Outputs[i], offset, channelsLast && !shape.IsVector);
            offset = checked(offset + (int)shape.Length);
        }
    }
}
