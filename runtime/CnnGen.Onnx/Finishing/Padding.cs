using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Finishing;

/// <summary>Padding that only a convolution reads becomes that convolution's own.</summary>
internal static class Padding
{
    private static readonly (string Side, string Short)[] Sides =
        [("left", "PaddingLeft"), ("right", "PaddingRight"), ("top", "PaddingTop"), ("bottom", "PaddingBottom")];

    public static void Merge(LayerGraph graph)
    {
        Dictionary<Value, int> readers = graph.Readers();
        foreach (Layer layer in graph.Layers.ToList())
        {
            bool isConvolution = layer.Kind is "Conv2d" or "DepthwiseConv2d";
            bool isPool = layer.Kind == "AvgPool2d" && !layer.Has("CountIncludePad");
            if ((isConvolution || isPool) && layer.Inputs[0].Maker is { Kind: "Pad2d" } pad && readers[pad.Output] == 1
                && Fits(layer, pad, isPool))
            {
                foreach ((string side, string argument) in Sides)
                {
                    layer.Set(argument, layer.Number(argument) + Of(pad, side));
                }

                layer.Arguments.AddRange(pad.Arguments.Where(argument => argument.Name == "PaddingMode"));
                layer.Inputs[0] = pad.Inputs[0];
                graph.Layers.Remove(pad);
            }
        }
    }

    private static bool Fits(Layer layer, Layer pad, bool isPool)
    {
        bool isZeros = !pad.Has("PaddingMode");
        bool isUnpadded = Sides.All(side => layer.Number(side.Short) == 0);
        bool isSmall = !isPool || (Sides.All(
            side => Of(pad, side.Side) <= layer.Number(side.Side is "left" or "right" ? "KernelWidth" : "KernelHeight") / 2)
            && !layer.Has("Rounding"));
        return Sides.All(side => Of(pad, side.Side) >= 0) && isSmall && (isUnpadded || (isZeros && !layer.Has("PaddingMode")))
            && (isZeros || !isPool);
    }

    private static int Of(Layer pad, string side) => pad.Number(pad.Has("padding") ? "padding" : side);
}
