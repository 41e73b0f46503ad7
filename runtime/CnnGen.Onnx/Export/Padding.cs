namespace CnnGen.Onnx.Export;

/// <summary>Padding of images, in any mode.</summary>
internal static class Padding
{
    public const string Zeros = "zeros";
    private const string Circular = "circular";

    /// <summary>The padded image; sides below 0 are cut off.</summary>
    /// <param name="layer">For whom.</param>
    /// <param name="image">The image.</param>
    /// <param name="sides">How much of it.</param>
    /// <param name="mode">PyTorch's word.</param>
    /// <param name="value">What zeros are, if they are something else.</param>
    /// <param name="isResult">Whether it is the layer's output.</param>
    public static string Write(
        LayerExport layer, ExportedValue image, Sides sides, string mode, float value = 0, bool isResult = false)
    {
        if (mode == Circular)
        {
            string rows = Wrap(layer, image.Name, axis: 2, image.Height, sides.Top, sides.Bottom, isResult: false);
            return Wrap(layer, rows, axis: 3, image.Width, sides.Left, sides.Right, isResult);
        }

        string pads = layer.Integers("pads", 0, 0, sides.Top, sides.Left, 0, 0, sides.Bottom, sides.Right);
        string[] inputs = value == 0 ? [image.Name, pads] : [image.Name, pads, layer.Number("value", value)];
        (string, object) attribute = ("mode", mode switch { Zeros => "constant", "replicate" => "edge", _ => mode });
        return isResult ? layer.Result("Pad", inputs, attribute) : layer.Node("Pad", inputs, attribute);
    }

    /// <summary>What comes from the other end, before and after.</summary>
    private static string Wrap(LayerExport layer, string name, int axis, int size, int before, int after, bool isResult)
    {
        string[] parts =
        [
            .. before > 0 ? [Moves.Cut(layer, name, axis, size - before, size)] : Array.Empty<string>(),
            name,
            .. after > 0 ? [Moves.Cut(layer, name, axis, 0, after)] : Array.Empty<string>(),
        ];
        return isResult ? layer.Result("Concat", parts, ("axis", axis))
            : parts.Length == 1 ? name
            : layer.Node("Concat", parts, ("axis", axis));
    }
}
