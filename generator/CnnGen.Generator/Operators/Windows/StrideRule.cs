using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators.Windows;

/// <summary>
/// A stride that leaves real input unread at the bottom or right must be meant (CNN202). Where the user's settings make it less than an
/// error, it is: the layer rounds down.
/// </summary>
internal static class StrideRule
{
    private const int SearchLimit = 64;
    private const int MostSuggestions = 3;

    /// <param name="layer">The layer.</param>
    /// <param name="window">Its window, which fits.</param>
    /// <param name="sizes">Height and width of the input.</param>
    public static void Check(LayerContext layer, WindowArguments window, int[] sizes)
    {
        AxisArguments[] axes = window.Axes;
        for (int i = 0; i < axes.Length; i++)
        {
            AxisArguments axis = axes[i];
            long unread = axis.Unread(sizes[i]);
            if (unread > 0)
            {
                string argument = axis.StrideArgument ?? axis.KernelArgument;
                layer.Report(
                    layer.Spec.AcceptsRest(argument) ? Severity.Warning : Severity.Error, DiagnosticIds.StrideLeavesRest, argument,
                    AxisArguments.Text(axis.Stride), axis.Axis.Size, AxisArguments.Text(sizes[i]), axis.KernelText,
                    Size.Count(unread, axis.Axis.Line), Arithmetic(axis, sizes[i]), WaysOut(axes, sizes, i));
            }
        }
    }

    /// <summary>A stride beyond the kernel reads only part of the input, which may be meant (CNN213).</summary>
    public static void NoteSkips(LayerContext layer, WindowArguments window)
    {
        foreach (AxisArguments axis in window.Axes)
        {
            if (axis.Stride > axis.Extent)
            {
                layer.Info(
                    DiagnosticIds.StrideSkips, axis.StrideArgument, AxisArguments.Text(axis.Stride), axis.KernelText,
                    Size.Count(axis.Stride - axis.Extent, axis.Axis.Line));
            }
        }
    }

    private static string Arithmetic(AxisArguments axis, int size)
    {
        long remainder = axis.Remainder(size);
        string padding = axis.After.Count == 0 ? "" : $", of which {AxisArguments.Text(axis.After.Count)} padding";
        return $"({AxisArguments.Text(size)} + {AxisArguments.Text(axis.Padding)} − {AxisArguments.Text(axis.Extent)}) "
            + $"mod {AxisArguments.Text(axis.Stride)} = {AxisArguments.Text(remainder)}{padding}";
    }

    private static string WaysOut(AxisArguments[] axes, int[] sizes, int index)
    {
        AxisArguments axis = axes[index];
        string stride = axis.StrideArgument ?? "Stride";
        var ways = new List<string> { $"{stride} = {Strides(axes, sizes, index)}" };
        long after = axis.After.Count + axis.Stride - axis.Remainder(sizes[index]);
        bool isFree = axis.After.Argument is null || axis.After.Argument == axis.Axis.After;
        if (isFree && after <= axis.MostPadding)
        {
            ways.Add($"{axis.Axis.After} = {AxisArguments.Text(after)}");
        }

        return $"{string.Join(", ", ways)}, or Rounding = Rounding.Floor to accept it";
    }

    /// <summary>The nearest smaller strides that leave nothing, on every axis that the same argument sets.</summary>
    private static string Strides(AxisArguments[] axes, int[] sizes, int index)
    {
        string? argument = axes[index].StrideArgument;
        var strides = new List<long>();
        for (long stride = axes[index].Stride - 1; stride >= 1 && strides.Count < MostSuggestions; stride--)
        {
            if (axes[index].Stride - stride > SearchLimit)
            {
                stride = 1;
            }

            if (Enumerable.Range(0, axes.Length).All(
                i => axes[i].StrideArgument != argument || (axes[i] with { Stride = (int)stride }).Unread(sizes[i]) == 0))
            {
                strides.Insert(0, stride);
            }
        }

        string[] texts = [.. strides.Select(AxisArguments.Text)];
        return texts.Length == 1
            ? texts[0]
            : $"{string.Join(", ", texts.Take(texts.Length - 1))} or {texts[texts.Length - 1]}";
    }
}
