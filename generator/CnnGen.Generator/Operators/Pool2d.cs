using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

internal enum PoolKind
{
    Max,
    Min,
    Average,
}

/// <summary>Where the gradient of equal maxima goes. The values are those of the attribute's enum.</summary>
internal enum Ties
{
    First,
    Split,
}

/// <summary>The largest, smallest or mean element of each window; a channel at a time.</summary>
internal sealed record Pool2d(PoolKind Kind, Window Vertical, Window Horizontal, Ties Ties, bool CountIncludePad) : Operator
{
    public static Inference? Infer(LayerContext layer, PoolKind kind)
    {
        WindowArguments window = WindowReader.Read(layer, isPool: true);
        PaddingRules.LimitToKernel(layer, window);
        var ties = (Ties)layer.Choice("Ties", count: 2);
        bool countIncludePad = layer.Spec.Get("CountIncludePad", true);
        if (layer.Image() is not { } input || layer.Failed || WindowShapes.Fit(layer, window, input.Shape) is not { } fit)
        {
            return null;
        }

        return new(
            new Pool2d(kind, fit.Vertical, fit.Horizontal, ties, countIncludePad),
            new(new(input.Shape.Channels, fit.Height, fit.Width), input.Field.Through(fit.Vertical)));
    }
}
