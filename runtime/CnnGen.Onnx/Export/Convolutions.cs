namespace CnnGen.Onnx.Export;

/// <summary>Convolutions.</summary>
internal static class Convolutions
{
    public static void Conv(LayerExport layer) =>
        Write(layer, layer.Parameter("weight", change: values => Weights(layer, values)), Groups(layer));

    /// <summary>One constant kernel for all channels.</summary>
    public static void Fixed(LayerExport layer)
    {
        int channels = layer.Input.Channels;
        (int height, int width) = layer.Options.Axes("kernel_size", 1);
        float[] kernel = layer.Options.Floats("kernel");
        string weight = layer.Constant(
            "kernel", [channels, 1, height, width], [.. Enumerable.Range(0, channels).SelectMany(_ => kernel)]);
        Write(layer, weight, channels);
    }

    public static void Transposed(LayerExport layer)
    {
        WindowPair window = WindowPair.Of(layer);
        int more = layer.Options.Integer("output_padding");
        string weight = layer.Parameter("weight");
        if (more < Math.Min(window.Vertical.Stride, window.Horizontal.Stride))
        {
            layer.Result("ConvTranspose", Operands(layer, layer.Input.Name, weight),
            [
                .. window.Attributes(window.Padding),
                .. more == 0 ? [] : new[] { ("output_padding", (object)new long[] { more, more }) },
                ("group", Groups(layer)),
            ]);
            return;
        }

        // Only dilated kernels: ONNX Runtime takes less than a stride. Zeros behind the input give it, and padding takes off the rest.
        Sides zeros = new(0, 0, Rows(window.Vertical, more), Rows(window.Horizontal, more));
        Sides pads = window.Padding with
        {
            Bottom = window.Vertical.After + zeros.Bottom * window.Vertical.Stride - more,
            Right = window.Horizontal.After + zeros.Right * window.Horizontal.Stride - more,
        };
        string padded = Padding.Write(layer, layer.Input, zeros, Padding.Zeros);
        layer.Result("ConvTranspose", Operands(layer, padded, weight), [.. window.Attributes(pads), ("group", Groups(layer))]);
    }

    private static int Rows(WindowAxis axis, int more) => (more + axis.Stride - 1) / axis.Stride;

    private static void Write(LayerExport layer, string weight, int groups)
    {
        WindowPair window = WindowPair.Of(layer);
        string mode = layer.Options.Word("padding_mode", Padding.Zeros);
        string input = mode == Padding.Zeros ? layer.Input.Name : Padding.Write(layer, layer.Input, window.Padding, mode);
        Sides rest = mode == Padding.Zeros ? window.Padding : default;
        layer.Result("Conv", Operands(layer, input, weight), [.. window.Attributes(rest), ("group", groups)]);
    }

    private static int Groups(LayerExport layer) => layer.Options.Integer("groups", 1);

    private static string[] Operands(LayerExport layer, string input, string weight) =>
        layer.Has("bias") ? [input, weight, layer.Parameter("bias")] : [input, weight];

    /// <summary>As a cross-correlation reads them, zero where a mask leaves an input out.</summary>
    private static float[] Weights(LayerExport layer, float[] values)
    {
        (int height, int width) = layer.Options.Axes("kernel_size", 1);
        int taps = height * width;
        if (layer.Options.Has("flipped"))
        {
            for (int first = 0; first < values.Length; first += taps)
            {
                Array.Reverse(values, first, taps);
            }
        }

        int[] masks = layer.Options.Integers("input_masks");
        int inputs = layer.Input.Channels / Groups(layer);
        for (int output = 0; output < masks.Length; output++)
        {
            for (int input = 0; input < inputs; input++)
            {
                if (((masks[output] >> input) & 1) == 0)
                {
                    Array.Clear(values, (output * inputs + input) * taps, taps);
                }
            }
        }

        return values;
    }
}
