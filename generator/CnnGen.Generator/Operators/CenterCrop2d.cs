using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>The middle of the image; of an odd margin the smaller half is cut at the top and the left.</summary>
internal sealed record CenterCrop2d(int Height, int Width) : Operator;

/// <summary>Options of <c>CenterCrop2d</c>.</summary>
internal sealed record CenterCrop2dOptions(int Height, int Width) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        Limit(layer, Axis.Vertical, "height", Height, input.Shape.Height);
        Limit(layer, Axis.Horizontal, "width", Width, input.Shape.Width);
        return layer.Failed
            ? null
            : new(
                new CenterCrop2d(Height, Width),
                new(new(input.Shape.Channels, Height, Width), input.Field.Shifted((input.Shape.Height - Height) / 2)));
    }

    private static void Limit(LayerContext layer, Axis axis, string argument, int crop, int size)
    {
        if (crop > size)
        {
            Fix way = new FixFinder(layer, DiagnosticIds.NothingLeft, argument)
                .Set($"use at most {Size.Plain(size)}", (argument, size));
            layer.Problems.Error(
                DiagnosticIds.NothingLeft, argument, [way], axis.Size, Size.Plain(size), $"a crop to {Size.Plain(crop)}",
                way.Text);
        }
    }
}
