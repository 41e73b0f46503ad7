using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx;

/// <summary>Windows that leave rows unread: CnnGen wants to be told that this is meant, and in a model that runs it is.</summary>
internal static class Rests
{
    /// <summary>Arguments of <c>Network</c>.</summary>
    public static string Options(LayerGraph graph) =>
        graph.Layers.Any(layer => layer.Has("StrideHeight") && !layer.Has("Rounding")
            && (Leaves(layer, "Height", "Top", "Bottom", layer.Inputs[0].Shape.Height)
                || Leaves(layer, "Width", "Left", "Right", layer.Inputs[0].Shape.Width)))
            ? "(Rounding = Rounding.Floor)"
            : "";

    private static bool Leaves(Layer layer, string axis, string before, string after, int size)
    {
        int stride = layer.Number("Stride" + axis), extent = layer.Number("Dilation" + axis) * (layer.Number("Kernel" + axis) - 1) + 1;
        int rest = (size + layer.Number("Padding" + before) + layer.Number("Padding" + after) - extent) % stride;
        return rest - layer.Number("Padding" + after) > Math.Max(0, stride - extent);
    }
}
