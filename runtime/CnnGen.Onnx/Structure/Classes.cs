using CnnGen.Onnx.Text;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Structure;

/// <summary>The network's class and its blocks.</summary>
internal static class Classes
{
    /// <summary>Lines of layers that a class may have before names without structure are given up for blocks.</summary>
    private const int ManyLines = 24;

    public static Body Of(LayerGraph graph, string name)
    {
        Body body = Of(graph, name, keepsNames: true);
        bool areFlat = !graph.Layers.Any(layer => layer.Name is { } own && own.Contains('.', StringComparison.Ordinal));
        if (!areFlat || Lines(body) <= ManyLines)
        {
            return body;
        }

        // flat names as resnetv15_conv1 keep layers from being one block
        Body other = Of(graph, name, keepsNames: false);
        return 2 * Lines(other) < Lines(body) ? other : body;
    }

    private static Body Of(LayerGraph graph, string name, bool keepsNames)
    {
        Body body = Bodies.Of(graph, name);
        foreach (Item item in body.Items.Where(_ => !keepsNames))
        {
            item.Name = null;
        }

        Extraction.Run(body);
        Parameterisation.Run(body);
        return body;
    }

    private static int Lines(Body body) => SourceText.Blocks(body).Append(body).Sum(part => BodyText.Lines(part).Count());
}
