using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>A convolution of each channel with one constant kernel, row by row and scaled already.</summary>
internal sealed record FixedConv2d(
    Window Vertical, Window Horizontal, PaddingMode PaddingMode, EquatableArray<float> Kernel) : Operator
{
    private const string KernelSize = "kernelSize";

    public static Inference? Infer(LayerContext layer)
    {
        ConvArguments arguments = ConvArguments.Read(layer, KernelSize);
        float scale = layer.Finite("Scale", fallback: 1);
        EquatableArray<float> kernel = ReadKernel(layer, arguments.Window.Vertical.Kernel);
        if (layer.Image() is not { } input || layer.Failed || WindowShapes.Fit(layer, arguments.Window, input.Shape) is not { } fit)
        {
            return null;
        }

        (Window vertical, Window horizontal) = arguments.Cover(layer, fit, input.Shape);
        int channels = input.Shape.Channels;
        return new(
            new FixedConv2d(
                vertical, horizontal, arguments.PaddingMode, EquatableArray<float>.From(kernel.Select(weight => weight * scale))),
            new(new(channels, fit.Height, fit.Width), input.Field.Through(vertical)),
            EquatableArray<Parameter>.Empty,
            Size.Product(channels, kernel.Count(weight => weight * scale != 0), fit.Height, fit.Width));
    }

    private static EquatableArray<float> ReadKernel(LayerContext layer, int size)
    {
        EquatableArray<float> kernel = layer.Spec.Get(WindowReader.Kernel, EquatableArray<float>.Empty);
        if (kernel.Count != (long)size * size)
        {
            layer.OutOfRange(
                WindowReader.Kernel, $"{Size.Count((long)size * size, "number")}, row by row,", $"{Size.Text(kernel.Count)} long");
        }
        else if (kernel.Any(weight => float.IsNaN(weight) || float.IsInfinity(weight)))
        {
            layer.OutOfRange(WindowReader.Kernel, "finite", "not");
        }

        return kernel;
    }
}
