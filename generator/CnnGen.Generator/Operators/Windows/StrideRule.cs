using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

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
    public static void Check(LayerContext layer, WindowOptions window, int[] sizes)
    {
        AxisOptions[] axes = window.Axes;
        for (int i = 0; i < axes.Length; i++)
        {
            AxisOptions axis = axes[i];
            long unread = axis.Unread(sizes[i]);
            if (unread > 0)
            {
                string argument = axis.StrideArgument ?? axis.KernelArgument;
                Fix[] ways = [.. WaysOut(layer, argument, axes, sizes, i)];
                layer.Problems.Report(
                    layer.Source.AcceptsRest(argument) ? Severity.Warning : Severity.Error, DiagnosticIds.StrideLeavesRest, argument, ways,
                    AxisOptions.Text(axis.Stride), axis.Axis.Size, AxisOptions.Text(sizes[i]), axis.KernelText,
                    Size.Count(unread, axis.Axis.Line), Arithmetic(axis, sizes[i]), Fix.Join(ways));
            }
        }
    }

    /// <summary>A stride beyond the kernel reads only part of the input, which may be meant (CNN213).</summary>
    public static void NoteSkips(LayerContext layer, WindowOptions window)
    {
        foreach (AxisOptions axis in window.Axes)
        {
            if (axis.Stride > axis.Extent)
            {
                layer.Problems.Report(
                    Severity.Info, DiagnosticIds.StrideSkips, axis.StrideArgument, AxisOptions.Text(axis.Stride), axis.KernelText,
                    Size.Count(axis.Stride - axis.Extent, axis.Axis.Line));
            }
        }
    }

    private static string Arithmetic(AxisOptions axis, int size)
    {
        long remainder = axis.Remainder(size);
        string padding = axis.After.Count == 0 ? "" : $", of which {AxisOptions.Text(axis.After.Count)} padding";
        return $"({AxisOptions.Text(size)} + {AxisOptions.Text(axis.Padding)} − {AxisOptions.Text(axis.Extent)}) "
            + $"mod {AxisOptions.Text(axis.Stride)} = {AxisOptions.Text(remainder)}{padding}";
    }

    private static IEnumerable<Fix> WaysOut(LayerContext layer, string argument, AxisOptions[] axes, int[] sizes, int index)
    {
        var fixes = new FixFinder(layer, DiagnosticIds.StrideLeavesRest, argument);
        foreach (int stride in Strides(axes, sizes, index))
        {
            yield return fixes.Set(axes[index].StrideArgument ?? "Stride", stride);
        }

        if (PaddingAfter(axes[index], sizes[index]) is { } after)
        {
            // What the attribute's own mistake says of one axis, the fix does to both where the mistake is the same.
            (string, object?)[] both = [.. axes.Select((axis, i) => (axis, i))
                .Where(pair => pair.i == index
                    || (pair.axis.Unread(sizes[pair.i]) > 0 && (pair.axis.StrideArgument ?? pair.axis.KernelArgument) == argument))
                .Select(pair => (pair.axis.Axis.After, (object?)PaddingAfter(pair.axis, sizes[pair.i])))
                .Where(pair => pair.Item2 is not null)];
            yield return fixes.Set($"{axes[index].Axis.After} = {AxisOptions.Text(after)}", both);
        }

        yield return fixes.Set("Rounding = Rounding.Floor to accept it", ("Rounding", Rounding.Floor));
    }

    /// <summary>Padding behind the input that fills the last window; null where there may be none.</summary>
    private static int? PaddingAfter(AxisOptions axis, int size)
    {
        long after = axis.After.Count + axis.Stride - axis.Remainder(size);
        bool isFree = axis.After.Argument is null || axis.After.Argument == axis.Axis.After;
        return isFree && after <= axis.MostPadding ? (int)after : null;
    }

    /// <summary>The nearest smaller strides that leave nothing, on every axis that the same argument sets.</summary>
    private static IEnumerable<int> Strides(AxisOptions[] axes, int[] sizes, int index)
    {
        string? argument = axes[index].StrideArgument;
        var strides = new List<int>();
        for (int stride = axes[index].Stride - 1; stride >= 1 && strides.Count < MostSuggestions; stride--)
        {
            if (axes[index].Stride - stride > SearchLimit)
            {
                stride = 1;
            }

            if (Enumerable.Range(0, axes.Length).All(
                i => axes[i].StrideArgument != argument || (axes[i] with { Stride = stride }).Unread(sizes[i]) == 0))
            {
                strides.Insert(0, stride);
            }
        }

        return strides;
    }
}
