namespace CnnGen.Onnx.Export;

/// <summary>A sliding window along one axis, and how much of it there is.</summary>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Distance of windows.</param>
/// <param name="Dilation">Distance of taps.</param>
/// <param name="Before">Padding before the input.</param>
/// <param name="After">Padding after it.</param>
/// <param name="Input">Elements of the input.</param>
/// <param name="Output">Windows.</param>
internal readonly record struct WindowAxis(int Kernel, int Stride, int Dilation, int Before, int After, int Input, int Output)
{
    /// <summary>Padding that the last window reaches into: more than there is where the count of windows is rounded up.</summary>
    public int Covered => Math.Max(After, (Output - 1) * Stride + Dilation * (Kernel - 1) + 1 - Input - Before);

    /// <summary>Elements that a window's mean is over: all within the input, or its padding, too.</summary>
    public int Count(int window, bool includePadding)
    {
        int first = window * Stride - Before;
        int least = includePadding ? -Before : 0, most = includePadding ? Input + After : Input;
        return Math.Min(first + Kernel, most) - Math.Max(first, least);
    }
}

/// <summary>The window of a layer, along both axes.</summary>
internal readonly record struct WindowPair(WindowAxis Vertical, WindowAxis Horizontal)
{
    public static WindowPair Of(LayerExport layer)
    {
        (int kernelHeight, int kernelWidth) = layer.Options.Axes("kernel_size", 1);
        (int strideHeight, int strideWidth) = layer.Options.Axes("stride", 1);
        (int dilationHeight, int dilationWidth) = layer.Options.Axes("dilation", 1);
        Sides padding = layer.Options.Sides("padding");
        IReadOnlyList<int> output = layer.Layer.OutputShape;
        return new(
            new(kernelHeight, strideHeight, dilationHeight, padding.Top, padding.Bottom, layer.Input.Height, output[1]),
            new(kernelWidth, strideWidth, dilationWidth, padding.Left, padding.Right, layer.Input.Width, output[2]));
    }

    public Sides Padding => new(Vertical.Before, Horizontal.Before, Vertical.After, Horizontal.After);

    /// <summary>Padding up to the end of the last windows.</summary>
    public Sides Covered => new(Vertical.Before, Horizontal.Before, Vertical.Covered, Horizontal.Covered);

    /// <summary>ONNX wants less padding than a window has taps.</summary>
    public bool TakesPadding(Sides sides) =>
        Math.Max(sides.Top, sides.Bottom) < Vertical.Kernel && Math.Max(sides.Left, sides.Right) < Horizontal.Kernel;

    /// <summary>Attributes of any operator with a window.</summary>
    public IEnumerable<(string Name, object Value)> Attributes(Sides pads) =>
    [
        ("kernel_shape", new long[] { Vertical.Kernel, Horizontal.Kernel }),
        ("strides", new long[] { Vertical.Stride, Horizontal.Stride }),
        .. pads.IsNone ? [] : new[] { ("pads", (object)pads.Pads) },
        .. Vertical.Dilation * Horizontal.Dilation == 1
            ? []
            : new[] { ("dilations", (object)new long[] { Vertical.Dilation, Horizontal.Dilation }) },
    ];
}
