namespace CnnGen.Onnx.Export;

/// <summary>Layers that move, cut and combine.</summary>
internal static class Moves
{
    /// <summary>The order of axes that puts the channels last.</summary>
    public static readonly long[] ToChannelsLast = [0, 2, 3, 1];

    /// <summary>The order of axes that takes it back.</summary>
    public static readonly long[] ToChannelsFirst = [0, 3, 1, 2];

    /// <summary>Some indices of an axis.</summary>
    public static string Cut(LayerExport layer, string input, int axis, int first, int end) =>
        layer.Node("Slice", Range(layer, input, [(axis, first, end)]));

    public static void Slice(LayerExport layer)
    {
        int start = layer.Options.Integer("start");
        layer.Result("Slice", Range(layer, layer.Input.Name, [(1, start, start + layer.Layer.OutputShape[0])]));
    }

    public static void CenterCrop(LayerExport layer)
    {
        (int height, int width) = (layer.Layer.OutputShape[1], layer.Layer.OutputShape[2]);
        int top = (layer.Input.Height - height) / 2, left = (layer.Input.Width - width) / 2;
        layer.Result("Slice", Range(layer, layer.Input.Name, [(2, top, top + height), (3, left, left + width)]));
    }

    public static void Pad(LayerExport layer) => Padding.Write(
        layer, layer.Input, layer.Options.Sides("padding"), layer.Options.Word("mode", Padding.Zeros), isResult: true);

    public static void Upsample(LayerExport layer)
    {
        float scale = layer.Options.Integer("scale_factor");
        string scales = layer.Constant("scales", [4], [1, 1, scale, scale]);
        (string, object)[] attributes = layer.Options.Word("mode", "nearest") == "nearest"
            ? [("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")]
            : [("mode", "linear"), ("coordinate_transformation_mode", layer.Options.Has("align_corners") ? "align_corners" : "half_pixel")];
        layer.Result("Resize", [layer.Input.Name, "", scales], attributes);
    }

    /// <summary>The channels as a matrix of so many rows, transposed.</summary>
    public static void ChannelShuffle(LayerExport layer)
    {
        int groups = layer.Options.Integer("groups");
        ExportedValue x = layer.Input;
        string matrix = layer.Node(
            "Reshape", [x.Name, layer.Integers("matrix", 0, groups, x.Channels / groups, x.Height, x.Width)]);
        string transposed = layer.Node("Transpose", [matrix], ("perm", new long[] { 0, 2, 1, 3, 4 }));
        layer.Result("Reshape", [transposed, ShapeOf(layer, x)]);
    }

    /// <summary>An operator of two inputs over all of a layer's, one after another.</summary>
    public static void Chain(LayerExport layer, string type)
    {
        string result = layer.Inputs[0].Name;
        for (int i = 1; i < layer.Inputs.Count - 1; i++)
        {
            result = layer.Node(type, [result, layer.Inputs[i].Name]);
        }

        layer.Result(type, [result, layer.Inputs[^1].Name]);
    }

    /// <summary>The shape of a tensor as a constant; 0 keeps the batch.</summary>
    public static string ShapeOf(LayerExport layer, ExportedValue value) =>
        layer.Integers("shape", [0, .. value.Shape.Select(dimension => (long)dimension)]);

    private static string[] Range(LayerExport layer, string input, (int Axis, int First, int End)[] cuts) =>
    [
        input,
        layer.Integers("starts", [.. cuts.Select(cut => (long)cut.First)]),
        layer.Integers("ends", [.. cuts.Select(cut => (long)cut.End)]),
        layer.Integers("axes", [.. cuts.Select(cut => (long)cut.Axis)]),
    ];
}
