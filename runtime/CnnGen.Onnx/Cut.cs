using CnnGen.Onnx.Reading;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx;

/// <summary>Where a network ends.</summary>
internal static class Cut
{
    /// <summary>The model's outputs; in a partial import also what nodes outside read, rather than outputs that cannot be had.</summary>
    public static List<NetworkOutput> Outputs(OnnxGraph graph, Translation.Translation translation, bool isPartial)
    {
        IEnumerable<string> names = graph.Outputs.Select(output => output.Name);
        if (isPartial)
        {
            names = names.Concat(graph.Nodes.Where(translation.Outside.Contains).SelectMany(node => node.Inputs));
        }

        return [.. names.Distinct(StringComparer.Ordinal).Where(name => translation.Views.TryGetValue(name, out View? view) && (!isPartial || view.Value.Maker is not null))
            .Select(name => new NetworkOutput(name, translation.Views[name]))];
    }

    /// <summary>An output that is the input needs a layer: a slice of all channels.</summary>
    public static void NameInput(LayerGraph graph)
    {
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            View view = graph.Outputs[i].View;
            if (view.Value.Maker is null)
            {
                Layer layer = Layer.Of("Slice", [view.Value], view.Value.Shape, origin: null)
                    .Positional("start", 0).Positional("count", view.Value.Shape.Channels);
                graph.Layers.Add(layer);
                graph.Outputs[i] = graph.Outputs[i] with { View = view.With(layer.Output) };
            }
        }
    }
}
