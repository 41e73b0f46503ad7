using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>The mean of each window times a weight plus a bias, both per channel.</summary>
internal sealed record Subsample2d(Window Vertical, Window Horizontal) : Operator
{
    internal override void Describe(OptionText options) => options.Windows(Vertical, Horizontal);
}


/// <summary>Options of <c>Subsample2d</c>.</summary>
internal sealed record Subsample2dOptions(WindowOptions Window) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        PaddingRules.LimitToKernel(layer, Window);
        if (layer.Image() is not { } input || layer.Failed || WindowShapes.Fit(layer, Window, input.Shape) is not { } fit)
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
