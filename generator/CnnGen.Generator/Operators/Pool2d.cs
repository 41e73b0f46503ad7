using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

internal enum PoolKind
{
    Max,
    Min,
    Average,
}

/// <summary>The largest, smallest or mean element of each window; a channel at a time.</summary>
internal sealed record Pool2d(PoolKind Kind, Window Vertical, Window Horizontal, Ties Ties, bool CountIncludePad) : Operator
{
    internal override void Describe(OptionText options) => options
        .Windows(Vertical, Horizontal).Flag("count_include_pad", Kind == PoolKind.Average && CountIncludePad);

    internal override bool OwnsParameters => false;
}

/// <summary>Options of <c>MaxPool2d</c>, <c>MinPool2d</c> and <c>AvgPool2d</c>.</summary>
internal sealed record Pool2dOptions(PoolKind Kind, WindowOptions Window, Ties Ties, bool CountIncludePad) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        PaddingRules.LimitToKernel(layer, Window);
        if (layer.Image() is not { } input || layer.Failed || WindowShapes.Fit(layer, Window, input.Shape) is not { } fit)
        {
            return null;
        }

        return new(
            new Pool2d(Kind, fit.Vertical, fit.Horizontal, Ties, CountIncludePad),
            new(new(input.Shape.Channels, fit.Height, fit.Width), input.Field.Through(fit.Vertical)));
    }
}
