using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Operators.Windows;

/// <summary>How much padding makes sense (CNN203, CNN206).</summary>
internal static class PaddingRules
{
    /// <summary>Too much is an error for pools, which then have nothing to choose from, and odd but defined for convolutions.</summary>
    public static void LimitToKernel(LayerContext layer, WindowArguments window)
    {
        foreach (AxisArguments axis in window.Axes)
        {
            foreach (PaddingArgument side in new[] { axis.Before, axis.After })
            {
                if (side.Count > axis.MostPadding)
                {
                    Report(layer, axis, side);
                }
            }
        }
    }

    /// <summary>Reflection and wrapping read the input once more: there must be as much of it as padding.</summary>
    public static void LimitToInput(LayerContext layer, AxisArguments axis, Window window, PaddingMode mode, int size)
    {
        LimitSide(layer, axis.Axis, axis.Before.Argument, window.PadBefore, mode, size);
        LimitSide(layer, axis.Axis, axis.After.Argument, window.PadAfter, mode, size);
    }

    public static void LimitSide(LayerContext layer, Axis axis, string? argument, int padding, PaddingMode mode, int size)
    {
        int? limit = mode switch
        {
            PaddingMode.Reflect => size - 1,
            PaddingMode.Circular => size,
            _ => null,
        };
        if (padding > limit)
        {
            layer.Error(
                DiagnosticIds.PaddingBeyondInput, argument, mode == PaddingMode.Reflect ? "reflect" : "circular",
                AxisArguments.Text(padding), axis.Size, AxisArguments.Text(padding + (long)size - limit.Value),
                AxisArguments.Text(size), AxisArguments.Text(limit.Value));
        }
    }

    private static void Report(LayerContext layer, AxisArguments axis, PaddingArgument side)
    {
        string padding = AxisArguments.Text(side.Count);
        string most = AxisArguments.Text(axis.MostPadding);
        if (axis.IsPool)
        {
            layer.Error(
                DiagnosticIds.PaddingTooLarge, side.Argument, padding,
                $"more than half of kernel {AxisArguments.Text(axis.Kernel)}",
                "little but padding", most);
        }
        else
        {
            layer.Warning(
                DiagnosticIds.PaddingTooLarge, side.Argument, padding, $"not less than kernel {axis.KernelText}", "padding alone", most);
        }
    }
}
