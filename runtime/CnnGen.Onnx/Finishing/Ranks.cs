using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Finishing;

/// <summary>
/// Decides which C×1×1 values are vectors: models do not tell them apart, layers do. What a layer for images reads is an image; a linear
/// layer before it is a convolution then.
/// </summary>
internal static class Ranks
{
    private static readonly HashSet<string> ForImages = new(StringComparer.Ordinal)
    {
        "Conv2d", "DepthwiseConv2d", "ConvTranspose2d", "MaxPool2d", "AvgPool2d", "AdaptiveAvgPool2d", "AdaptiveMaxPool2d", "Upsample",
        "PixelShuffle", "ChannelShuffle", "Pad2d", "InstanceNorm2d", "GroupNorm", "LocalResponseNorm",
    };

    /// <param name="graph">The network; its input is a vector if it says so.</param>
    /// <exception cref="UnsupportedException">A vector would have to become an image.</exception>
    public static void Decide(LayerGraph graph)
    {
        HashSet<Value> images = Images(graph);
        graph.Input.IsVector &= !images.Contains(graph.Input);
        var flattened = new Dictionary<Value, Value>();
        for (int i = 0; i < graph.Layers.Count; i++)
        {
            Layer layer = graph.Layers[i];
            bool isVector = layer.Kind is "Flatten" or "Linear"
                || (!ForImages.Contains(layer.Kind) && layer.Inputs.Any(input => input.IsVector));
            layer.Output.IsVector = isVector;
            if (layer.Kind == "BatchNorm")
            {
                layer.Kind = isVector ? "BatchNorm1d" : "BatchNorm2d";
            }

            for (int k = 0; k < layer.Inputs.Count && isVector && layer.Kind != "Flatten"; k++)
            {
                Value input = layer.Inputs[k];
                if (!input.IsVector)
                {
                    layer.Inputs[k] = Flattened(input, ref i);
                }
            }
        }

        Value Flattened(Value input, ref int index)
        {
            if (!flattened.TryGetValue(input, out Value? vector))
            {
                Layer flatten = Layer.Of("Flatten", [input], input.Shape, origin: null);
                flatten.Output.IsVector = true;
                graph.Layers.Insert(index++, flatten);
                flattened[input] = vector = flatten.Output;
            }

            return vector;
        }
    }

    /// <summary>What must be an image, from the last layer to the first.</summary>
    private static HashSet<Value> Images(LayerGraph graph)
    {
        var images = new HashSet<Value>();
        foreach (Layer layer in graph.Layers.AsEnumerable().Reverse())
        {
            bool isImage = images.Contains(layer.Output) || !layer.Output.Shape.IsSinglePixel;
            if (layer.Kind == "Flatten")
            {
                if (images.Contains(layer.Output))
                {
                    throw new UnsupportedException("a vector becomes an image again, which no layer does");
                }
            }
            else if (layer.Kind == "Linear" && isImage)
            {
                BecomeConvolution(layer);
                images.Add(layer.Inputs[0]);
            }
            else if (ForImages.Contains(layer.Kind) || (layer.Kind != "Linear" && isImage))
            {
                images.UnionWith(layer.Inputs);
            }
        }

        return images;
    }

    /// <summary>A linear layer behind a flatten sees all pixels: its kernel is as large as the image.</summary>
    private static void BecomeConvolution(Layer linear)
    {
        if (linear.Inputs[0].Maker is { Kind: "Flatten" } flatten)
        {
            linear.Inputs[0] = flatten.Inputs[0];
        }

        ImageShape input = linear.Inputs[0].Shape;
        int outputs = linear.Number("outFeatures");
        LayerParameter weight = linear.Parameters[0];
        linear.Kind = "Conv2d";
        List<LayerArgument> rest = [.. linear.Arguments.Where(argument => argument.Name != "outFeatures")];
        linear.Arguments.Clear();
        linear.Positional("outChannels", outputs).Window(
            new(new(input.Height, 1, 1, 0, 0, input.Height, 1), new(input.Width, 1, 1, 0, 0, input.Width, 1), false), isPool: false)
            .Named("Groups", 1, 1).Arguments.AddRange(rest);
        linear.Parameters[0] = weight with { Shape = [outputs, input.Channels, input.Height, input.Width] };
    }
}
