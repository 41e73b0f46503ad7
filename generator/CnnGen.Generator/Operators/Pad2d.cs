using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>Padding on each side; a negative count crops (zeros only).</summary>
internal sealed record Pad2d(int Top, int Left, int Bottom, int Right, PaddingMode Mode) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        var mode = (PaddingMode)layer.Choice("PaddingMode", count: 4);
        int left = Read(layer, "left", mode), right = Read(layer, "right", mode);
        int top = Read(layer, "top", mode), bottom = Read(layer, "bottom", mode);
        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        int height = Output(layer, Axis.Vertical, "top", top, "bottom", bottom, mode, input.Shape.Height);
        int width = Output(layer, Axis.Horizontal, "left", left, "right", right, mode, input.Shape.Width);
        return layer.Failed
            ? null
            : new(
                new Pad2d(top, left, bottom, right, mode),
                new(new(input.Shape.Channels, height, width), input.Field.Shifted(-top)));
    }

    private static int Read(LayerContext layer, string side, PaddingMode mode)
    {
        string argument = Argument(layer, side);
        int padding = layer.Spec.Get(argument, 0);
        if (padding < 0 && mode != PaddingMode.Zeros)
        {
            layer.OutOfRange(argument, "at least 0 unless PaddingMode is Zeros", AxisArguments.Text(padding));
        }

        return padding;
    }

    private static int Output(
        LayerContext layer, Axis axis, string before, int start, string after, int end, PaddingMode mode, int size)
    {
        PaddingRules.LimitSide(layer, axis, Argument(layer, before), start, mode, size);
        PaddingRules.LimitSide(layer, axis, Argument(layer, after), end, mode, size);
        long crop = -Math.Min(0L, start) - Math.Min(0L, end);
        if (crop >= size)
        {
            string argument = Argument(layer, start < 0 ? before : after);
            int room = size - 1 + Math.Min(0, start < 0 ? end : start);
            string text = $"crop at most {AxisArguments.Text(size - 1)} in all";
            int most = argument == "padding" ? (size - 1) / 2 : room;
            Fix way = new FixFinder(layer, DiagnosticIds.NothingLeft, argument).Set(text, (argument, -most));
            layer.Error(
                DiagnosticIds.NothingLeft, argument, [way], axis.Size, AxisArguments.Text(size), $"a crop of {AxisArguments.Text(crop)}",
                text);
        }

        return Size.Clamp(Math.Max(1, (long)size + start + end));
    }

    private static string Argument(LayerContext layer, string side) => layer.Spec.Has(side) ? side : "padding";
}
