using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators.Windows;

/// <summary>How much padding makes sense (CNN203, CNN206).</summary>
internal static class PaddingRules
{
    /// <summary>Those that need no input of a size.</summary>
    private static readonly PaddingMode[] Modes = [PaddingMode.Zeros, PaddingMode.Replicate];

    /// <summary>Too much is an error for pools, which then have nothing to choose from, and odd but defined for convolutions.</summary>
    public static void LimitToKernel(LayerContext layer, WindowOptions window)
    {
        foreach (AxisOptions axis in window.Axes)
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
    public static void LimitToInput(LayerContext layer, AxisOptions axis, Window window, PaddingMode mode, int size)
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
            var finder = new FixFinder(layer, DiagnosticIds.PaddingBeyondInput, argument);
            IEnumerable<Fix> fixes = argument is null ? [] : [finder.Set(argument, limit.Value)];
            layer.Problems.Error(
                DiagnosticIds.PaddingBeyondInput, argument,
                [.. fixes, .. Modes.Select(other => finder.Set("PaddingMode", other))],
                mode == PaddingMode.Reflect ? "reflect" : "circular",
                AxisOptions.Text(padding), axis.Size, AxisOptions.Text(padding + (long)size - limit.Value),
                AxisOptions.Text(size), AxisOptions.Text(limit.Value));
        }
    }

    private static void Report(LayerContext layer, AxisOptions axis, PaddingArgument side)
    {
        string padding = AxisOptions.Text(side.Count);
        string most = AxisOptions.Text(axis.MostPadding);
        var finder = new FixFinder(layer, DiagnosticIds.PaddingTooLarge, side.Argument);
        Fix[] fixes = [finder.Set(side.Argument!, Size.Clamp(axis.MostPadding))];
        if (axis.IsPool)
        {
            layer.Problems.Error(
                DiagnosticIds.PaddingTooLarge, side.Argument, fixes, padding,
                $"more than half of kernel {AxisOptions.Text(axis.Kernel)}",
                "little but padding", most);
        }
        else
        {
            layer.Problems.Report(
                Severity.Warning, DiagnosticIds.PaddingTooLarge, side.Argument, fixes, padding,
                $"not less than kernel {axis.KernelText}", "padding alone", most);
        }
    }
}
