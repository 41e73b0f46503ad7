using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>Padding on each side; a negative count crops (zeros only).</summary>
internal sealed record Pad2d(int Top, int Left, int Bottom, int Right, PaddingMode Mode) : Operator
{
    internal override void Describe(OptionText options) =>
        options.Sides("padding", Top, Left, Bottom, Right).Word("mode", Mode.ToString(), nameof(PaddingMode.Zeros));
}


/// <summary>Padding on one side, and the argument that sets it.</summary>
internal readonly record struct PaddedSide(int Count, string Argument);

/// <summary>Options of <c>Pad2d</c>.</summary>
internal sealed record Pad2dOptions(PaddedSide Left, PaddedSide Right, PaddedSide Top, PaddedSide Bottom, PaddingMode Mode) : LayerOptions
{
    private const string AllSides = "padding";

    public override Inference? Infer(LayerContext layer)
    {
        foreach (PaddedSide side in new[] { Left, Right, Top, Bottom })
        {
            if (side.Count < 0 && Mode != PaddingMode.Zeros)
            {
                layer.Problems.OutOfRange(side.Argument, "at least 0 unless PaddingMode is Zeros", Size.Plain(side.Count));
            }
        }

        if (layer.Image() is not { } input || layer.Failed)
        {
            return null;
        }

        int height = Output(layer, Axis.Vertical, Top, Bottom, input.Shape.Height);
        int width = Output(layer, Axis.Horizontal, Left, Right, input.Shape.Width);
        return layer.Failed
            ? null
            : new(
                new Pad2d(Top.Count, Left.Count, Bottom.Count, Right.Count, Mode),
                new(new(input.Shape.Channels, height, width), input.Field.Shifted(-Top.Count)));
    }

    private int Output(LayerContext layer, Axis axis, PaddedSide before, PaddedSide after, int size)
    {
        PaddingRules.LimitSide(layer, axis, before.Argument, before.Count, Mode, size);
        PaddingRules.LimitSide(layer, axis, after.Argument, after.Count, Mode, size);
        long crop = -Math.Min(0L, before.Count) - Math.Min(0L, after.Count);
        if (crop >= size)
        {
            (PaddedSide wrong, PaddedSide other) = before.Count < 0 ? (before, after) : (after, before);
            string argument = wrong.Argument;
            int room = size - 1 + Math.Min(0, other.Count);
            string text = $"crop at most {Size.Plain(size - 1)} in all";
            int most = argument == AllSides ? (size - 1) / 2 : room;
            Fix way = new FixFinder(layer, DiagnosticIds.NothingLeft, argument).Set(text, (argument, -most));
            layer.Problems.Error(
                DiagnosticIds.NothingLeft, argument, [way], axis.Size, Size.Plain(size), $"a crop of {Size.Plain(crop)}",
                text);
        }

        return Size.Clamp(Math.Max(1, (long)size + before.Count + after.Count));
    }
}
