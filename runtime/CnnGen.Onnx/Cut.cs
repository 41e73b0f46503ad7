using CnnGen.Onnx.Reading;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx;

/// <summary>Where a network ends.</summary>
internal static class Cut
{
    /// <summary>The model's outputs; in a partial import also what nodes outside read, rather than outputs that cannot be had.</summary>
    public static List<NetworkOutput> Outputs(OnnxGraph graph, Translation.Translation translation, ImportOptions options)
    {
        IEnumerable<string> names = options.EveryTensor ? graph.Nodes.SelectMany(node => node.Outputs)
            : graph.Outputs.Select(output => output.Name);
        if (options.Partial)
        {
            names = names.Concat(graph.Nodes.Where(translation.Outside.Contains).SelectMany(node => node.Inputs));
        }

        // what is only another way to look at a value comes with that
        bool isChosen = options.EveryTensor || options.Partial;
        return [.. names.Distinct(StringComparer.Ordinal).Where(translation.Views.ContainsKey)
            .Select(name => new NetworkOutput(name, translation.Views[name]))
            .Where(output => !isChosen || output.View.Value.Maker is not null)
            .DistinctBy(output => isChosen ? (object)output.View.Value : output)];
    }

    /// <summary>An output that is the input, or one that came before, needs a layer: a slice of all channels.</summary>
    public static void Separate(LayerGraph graph)
    {
        var taken = new HashSet<Value>();
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            View view = graph.Outputs[i].View;
            if (view.Value.Maker is null || !taken.Add(view.Value))
            {
                Layer layer = Layer.Of("Slice", [view.Value], view.Value.Shape, origin: null)
                    .Positional("start", 0).Positional("count", view.Value.Shape.Channels);
                graph.Layers.Add(layer);
                graph.Outputs[i] = graph.Outputs[i] with { View = view.With(layer.Output) };
            }
        }
    }
}
