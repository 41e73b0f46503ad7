using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>The middle of the image; of an odd margin the smaller half is cut at the top and the left.</summary>
internal sealed record CenterCrop2d(int Height, int Width) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int height = layer.AtLeast(1, "height", fallback: 1);
        int width = layer.AtLeast(1, "width", fallback: 1);
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        Limit(layer, Axis.Vertical, "height", height, input.Shape.Height);
        Limit(layer, Axis.Horizontal, "width", width, input.Shape.Width);
        return layer.Failed
            ? null
            : new(
                new CenterCrop2d(height, width),
                new(new(input.Shape.Channels, height, width), input.Field.Shifted((input.Shape.Height - height) / 2)));
    }

    private static void Limit(LayerContext layer, Axis axis, string argument, int crop, int size)
    {
        if (crop > size)
        {
            Fix way = new FixFinder(layer, DiagnosticIds.NothingLeft, argument)
                .Set($"use at most {AxisArguments.Text(size)}", (argument, size));
            layer.Error(
                DiagnosticIds.NothingLeft, argument, [way], axis.Size, AxisArguments.Text(size), $"a crop to {AxisArguments.Text(crop)}",
                way.Text);
        }
    }
}
