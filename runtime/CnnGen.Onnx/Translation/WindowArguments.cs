using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation;

/// <summary>The arguments of a sliding window, axis by axis; the text joins what is the same on both.</summary>
internal static class WindowArguments
{
    public static Layer Window(this Layer layer, WindowGeometry window, bool isPool)
    {
        (WindowAxis v, WindowAxis h) = (window.Vertical, window.Horizontal);
        layer.Arguments.Add(new("KernelHeight", v.Kernel));
        layer.Arguments.Add(new("KernelWidth", h.Kernel));
        return layer
            .Named("StrideHeight", v.Stride, isPool ? v.Kernel : 1).Named("StrideWidth", h.Stride, isPool ? h.Kernel : 1)
            .Named("PaddingTop", v.Before, 0).Named("PaddingBottom", v.After, 0)
            .Named("PaddingLeft", h.Before, 0).Named("PaddingRight", h.After, 0)
            .Named("DilationHeight", v.Dilation, 1).Named("DilationWidth", h.Dilation, 1)
            .Named("Rounding", "Rounding.Ceil", window.RoundsUp);
    }

    public static ImageShape Output(this WindowGeometry window, int channels) =>
        new(channels, window.Vertical.Output, window.Horizontal.Output);

    public static WindowGeometry Of(NodeScope scope, View image, long[]? kernel) =>
        WindowGeometry.Of(scope.Node, kernel, [.. image.Shape.Skip(2)]);

    /// <summary>A view of a layer's output as the input was: with or without rows.</summary>
    public static View Viewed(Value output, View like, int batch) => View.Of(
        output, batch, like.Axes.Count == 4 ? [Dim.N, Dim.C, Dim.H, Dim.W] : [Dim.N, Dim.C, Dim.W]);
}
