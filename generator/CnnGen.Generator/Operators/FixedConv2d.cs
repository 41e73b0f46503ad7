using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>A convolution of each channel with one constant kernel, row by row and scaled already.</summary>
internal sealed record FixedConv2d(
    Window Vertical, Window Horizontal, PaddingMode PaddingMode, EquatableArray<float> Kernel) : Operator
{
    internal override void Describe(OptionText options) => options
        .Windows(Vertical, Horizontal).Word("padding_mode", PaddingMode.ToString(), nameof(PaddingMode.Zeros)).Floats("kernel", Kernel);
}


/// <summary>Options of <c>FixedConv2d</c>: a square kernel, row by row.</summary>
internal sealed record FixedConv2dOptions(ConvOptions Conv, EquatableArray<float> Kernel, float Scale) : LayerOptions
{
    private const string KernelArgument = "kernel";

    public override Inference? Infer(LayerContext layer)
    {
        PaddingRules.LimitToKernel(layer, Conv.Window);
        CheckKernel(layer);
        if (layer.Image() is not { } input || layer.Failed || WindowShapes.Fit(layer, Conv.Window, input.Shape) is not { } fit)
        {
            return null;
        }

        (Window vertical, Window horizontal) = Conv.Cover(layer, fit, input.Shape);
        int channels = input.Shape.Channels;
        return new(
            new FixedConv2d(
                vertical, horizontal, Conv.PaddingMode, EquatableArray<float>.From(Kernel.Select(weight => weight * Scale))),
            new(new(channels, fit.Height, fit.Width), input.Field.Through(vertical)),
            EquatableArray<Parameter>.Empty,
            Size.Product(channels, Kernel.Count(weight => weight * Scale != 0), fit.Height, fit.Width));
    }

    private void CheckKernel(LayerContext layer)
    {
        long size = Conv.Window.Vertical.Kernel;
        if (Kernel.Count != size * size)
        {
            layer.Problems.OutOfRange(
                KernelArgument, $"{Size.Count(size * size, "number")}, row by row,", $"{Size.Text(Kernel.Count)} long");
        }
        else if (Kernel.Any(weight => float.IsNaN(weight) || float.IsInfinity(weight)))
        {
            layer.Problems.OutOfRange(KernelArgument, "finite", "not");
        }
    }
}
