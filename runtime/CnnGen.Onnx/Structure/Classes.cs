using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Structure;

/// <summary>The network's class and its blocks.</summary>
internal static class Classes
{
    public static Body Of(LayerGraph graph, string name)
    {
        Body body = Bodies.Of(graph, name);
        Parameterisation.Run(body);
        return body;
    }

    /// <summary>The items whose outputs leave the network; none where that is the last one alone.</summary>
    public static IReadOnlyList<int> Outputs(LayerGraph graph, Body body)
    {
        List<Layer> made = [.. graph.Outputs.Select(output => output.View.Value.Maker!)];
        if (made.Count == 1)
        {
            return [];
        }

        return [.. made.Select(layer => body.Items.FindIndex(item => Last(item) == layer))];
    }

    /// <summary>The layer whose output is the item's.</summary>
    private static Layer Last(Item item) => item.Instances[0].Layer ?? Last(item.Block!.Items[^1], item.Instances[0].Blocks[^1]);

    private static Layer Last(Item item, int instance) =>
        item.Instances[instance].Layer ?? Last(item.Block!.Items[^1], item.Instances[instance].Blocks[^1]);
}
