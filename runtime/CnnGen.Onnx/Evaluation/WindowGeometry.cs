using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Evaluation;

/// <summary>A sliding window along one axis.</summary>
internal readonly record struct WindowAxis(int Kernel, int Stride, int Dilation, int Before, int After, int Input, int Output)
{
    /// <summary>Input elements from the first to the last tap.</summary>
    public int Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>Input elements behind the last window, not counting padding.</summary>
    public int Unread => Math.Max(0, Input - ((Output - 1) * Stride - Before + Extent));
}

/// <summary>The windows of a convolution or pool over height and width; a sequence is an image of one row.</summary>
internal sealed record WindowGeometry(WindowAxis Vertical, WindowAxis Horizontal, bool RoundsUp)
{
    /// <param name="node">The node.</param>
    /// <param name="kernel">Kernel of the weights; null where the node says it.</param>
    /// <param name="spatial">Height and width, or the length of a sequence.</param>
    public static WindowGeometry Of(OnnxNode node, long[]? kernel, IReadOnlyList<int> spatial)
    {
        if (spatial.Count is < 1 or > 2)
        {
            throw new UnsupportedException($"expected an image or a sequence, found {spatial.Count} dimensions beside batch and channels");
        }

        long[] size = node.Integers("kernel_shape") ?? kernel ?? throw new UnsupportedException("kernel_shape is missing");
        long[] strides = node.Integers("strides") ?? Filled(1), dilations = node.Integers("dilations") ?? Filled(1);
        long[] pads = node.Integers("pads") ?? [.. Filled(0), .. Filled(0)];
        Check(size.Length == spatial.Count && strides.Length == spatial.Count && dilations.Length == spatial.Count
            && pads.Length == 2 * spatial.Count, "kernel, strides, dilations and pads do not fit the input's dimensions");
        Check(size.Concat(strides).Concat(dilations).All(value => value is >= 1 and < 1 << 15)
            && pads.All(pad => pad is >= 0 and < 1 << 15),
            "expected kernel, strides and dilations from 1 and pads from 0 to 2¹⁵");
        string padding = node.Text("auto_pad", "NOTSET");
        bool isUp = node.Integer("ceil_mode", 0) != 0;
        WindowAxis[] axes = [.. Enumerable.Range(0, spatial.Count).Select(i => Axis(
            (int)size[i], (int)strides[i], (int)dilations[i], (int)pads[i], (int)pads[i + spatial.Count], spatial[i], padding, isUp))];
        return axes.Length == 2 ? new(axes[0], axes[1], isUp) : new(new(1, 1, 1, 0, 0, 1, 1), axes[0], isUp);

        long[] Filled(long value) => [.. spatial.Select(_ => value)];
    }

    private static WindowAxis Axis(
        int kernel, int stride, int dilation, int before, int after, int input, string padding, bool isUp)
    {
        int extent = dilation * (kernel - 1) + 1;
        if (padding is "SAME_UPPER" or "SAME_LOWER")
        {
            int total = Math.Max(0, ((input + stride - 1) / stride - 1) * stride + extent - input);
            before = padding == "SAME_UPPER" ? total / 2 : total - total / 2;
            after = total - before;
        }
        else if (padding == "VALID")
        {
            before = after = 0;
        }

        int room = input + before + after - extent;
        Check(room >= 0, $"a kernel of {extent} does not fit into {input} with padding {before} and {after}");
        int output = (room + (isUp ? stride - 1 : 0)) / stride + 1;
        // as in PyTorch, a window must begin inside the input or the padding before it
        bool isBeyond = isUp && (output - 1) * stride >= input + before;
        return new(kernel, stride, dilation, before, after, input, isBeyond ? output - 1 : output);
    }

    private static void Check(bool condition, string message)
    {
        if (!condition)
        {
            throw new UnsupportedException(message);
        }
    }
}
