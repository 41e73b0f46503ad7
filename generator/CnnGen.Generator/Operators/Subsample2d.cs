using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>The mean of each window times a weight plus a bias, both per channel.</summary>
internal sealed record Subsample2d(Window Vertical, Window Horizontal) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        WindowArguments window = WindowReader.Read(layer, isPool: true);
        PaddingRules.LimitToKernel(layer, window);
        if (layer.Image() is not { } input || layer.Failed || WindowShapes.Fit(layer, window, input.Shape) is not { } fit)
        {
            return null;
        }

        int channels = input.Shape.Channels;
        return new(
            new Subsample2d(fit.Vertical, fit.Horizontal),
            new(new(channels, fit.Height, fit.Width), input.Field.Through(fit.Vertical)),
            EquatableArray<Parameter>.From(ParameterInits.Affine(layer, isAffine: true, channels)));
    }
}
