using System.Globalization;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Finishing;

/// <summary>Gives every layer with parameters one legal name, the model's own where it has one.</summary>
internal static class Naming
{
    private static readonly Dictionary<string, string> Stems = new(StringComparer.Ordinal)
    {
        ["Conv2d"] = "conv",
        ["DepthwiseConv2d"] = "conv",
        ["ConvTranspose2d"] = "deconv",
        ["Linear"] = "fc",
        ["BatchNorm1d"] = "bn",
        ["BatchNorm2d"] = "bn",
        ["LayerScale"] = "scale",
        ["PReLU"] = "prelu",
    };

    public static void Assign(LayerGraph graph)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { CnnGen.Graph.Input };
        foreach (Layer layer in graph.Layers)
        {
            if (layer.Parameters.Count == 0)
            {
                layer.Name = null;
            }
            else
            {
                // exporters let layers with equal weights share them: then the node's own path tells the layers apart
                string? path = layer.Origin is null ? null : LayerNames.OfPath(layer.Origin.Name);
                string? name = layer.Name is { } own && taken.Contains(own) && path is not null && !taken.Contains(path) ? path
                    : layer.Name;
                layer.Name = name is not null && LayerNames.IsLegal(name) ? Free(name, taken, isFirstPlain: true) : null;
            }
        }

        foreach (Layer layer in graph.Layers.Where(layer => layer.Parameters.Count > 0 && layer.Name is null))
        {
            layer.Name = Free(Stems.GetValueOrDefault(layer.Kind, "norm"), taken, isFirstPlain: false);
        }
    }

    private static string Free(string stem, HashSet<string> taken, bool isFirstPlain)
    {
        for (int i = isFirstPlain ? 0 : 1; ; i++)
        {
            string name = i == 0 ? stem : stem + (isFirstPlain ? "_" : "") + i.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
