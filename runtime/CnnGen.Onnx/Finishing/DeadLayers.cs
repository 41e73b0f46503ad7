using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Finishing;

/// <summary>Layers that nothing reads.</summary>
internal static class DeadLayers
{
    public static void Remove(LayerGraph graph)
    {
        HashSet<Value> used = [.. graph.Outputs.Select(output => output.View.Value)];
        for (int i = graph.Layers.Count - 1; i >= 0; i--)
        {
            if (used.Contains(graph.Layers[i].Output))
            {
                used.UnionWith(graph.Layers[i].Inputs);
            }
            else
            {
                graph.Layers.RemoveAt(i);
            }
        }
    }
}
