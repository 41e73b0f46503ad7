using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Finishing;

/// <summary>A concatenation that begins with the parts of an earlier one reads that one: dense blocks become rows of equal steps.</summary>
internal static class Concatenations
{
    public static void Share(LayerGraph graph)
    {
        var earlier = new List<(Layer Layer, Value[] Parts)>();
        foreach (Layer layer in graph.Layers.Where(layer => layer.Kind == "Concat"))
        {
            Value[] parts = [.. layer.Inputs];
            (Layer Layer, Value[] Parts) longest = earlier
                .Where(other => other.Parts.Length < parts.Length && other.Parts.SequenceEqual(parts.Take(other.Parts.Length)))
                .OrderByDescending(other => other.Parts.Length).FirstOrDefault();
            if (longest.Layer is { } found)
            {
                layer.Inputs.RemoveRange(0, longest.Parts.Length);
                layer.Inputs.Insert(0, found.Output);
            }

            earlier.Add((layer, parts));
        }
    }
}
