using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Graph;

/// <summary>What an index can address (CNN301).</summary>
internal static class Capacity
{
    public static void Check(LayerContext layer, Inference inference)
    {
        Shape output = inference.Output.Shape;
        CheckLength(layer, $"the output {output} of this {layer.Kind}", output.Channels, output.Height, output.Width);
        foreach (Parameter parameter in inference.Parameters)
        {
            CheckLength(
                layer, $"parameter {parameter.Name} [{string.Join(", ", parameter.Shape)}]",
                [.. parameter.Shape.Select(extent => (long)extent)]);
        }
    }

    private static void CheckLength(LayerContext layer, string tensor, params long[] extents)
    {
        if (Size.Product(extents) > Size.Limit)
        {
            layer.Problems.Error(DiagnosticIds.TooLarge, null, tensor, Size.Text(Size.Limit));
        }
    }
}
