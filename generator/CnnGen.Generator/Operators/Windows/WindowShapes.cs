using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators.Windows;

/// <summary>A window that fits its input, and the output's size.</summary>
internal readonly record struct FittedWindow(Window Vertical, Window Horizontal, int Height, int Width);

/// <summary>Output sizes of a sliding window: floor or ceil((in + pad − extent) / stride) + 1 (CNN201, CNN202, CNN301).</summary>
internal static class WindowShapes
{
    /// <summary>Null where the window does not fit.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="window">Its window.</param>
    /// <param name="input">What the window is moved over.</param>
    /// <param name="convolution">What a convolution asks for beside its window.</param>
    public static FittedWindow? Fit(
        LayerContext layer, WindowOptions window, Shape input, (int OutChannels, int Groups)? convolution = null)
    {
        int[] sizes = [input.Height, input.Width];
        PyTorchOrder? order = PyTorchOrder.Of(layer, window, input.Channels, convolution);
        bool fitsDown = FitsInto(layer, window.Vertical, input.Height, order);
        bool fitsAlong = FitsInto(layer, window.Horizontal, input.Width);
        if (!fitsDown || !fitsAlong || !IsAddressable(layer, window, input))
        {
            return null;
        }

        if (window.Rounding == Rounding.Exact)
        {
            StrideRule.Check(layer, window, sizes);
        }

        if (layer.Failed)
        {
            return null;
        }

        order?.Warn(layer);
        StrideRule.NoteSkips(layer, window);
        return new(
            ToWindow(window.Vertical),
            ToWindow(window.Horizontal),
            Outputs(window.Vertical, input.Height, window.Rounding),
            Outputs(window.Horizontal, input.Width, window.Rounding));
    }

    /// <param name="layer">The layer.</param>
    /// <param name="axis">Its window along one axis.</param>
    /// <param name="size">The input's size.</param>
    /// <param name="order">A reading in which this number is no side of the kernel.</param>
    private static bool FitsInto(LayerContext layer, AxisOptions axis, int size, PyTorchOrder? order = null)
    {
        long padded = size + axis.Padding;
        if (axis.Extent <= padded)
        {
            return true;
        }

        Fix[] ways = [.. WaysIn(layer, axis, padded, order)];
        layer.Problems.Error(
            DiagnosticIds.KernelTooLarge, axis.KernelArgument, ways, axis.KernelText, axis.Axis.Size, AxisOptions.Text(size),
            AxisOptions.Text(axis.Padding), AxisOptions.Text(axis.Extent), string.Join(" or ", ways.Select(way => way.Text)));
        return false;
    }

    private static IEnumerable<Fix> WaysIn(LayerContext layer, AxisOptions axis, long padded, PyTorchOrder? order)
    {
        var fixes = new FixFinder(layer, DiagnosticIds.KernelTooLarge, axis.KernelArgument);
        int most = Size.Clamp((padded - 1) / axis.Dilation + 1);
        yield return fixes.Set($"use a kernel of at most {AxisOptions.Text(most)}", (axis.KernelArgument, most));
        if (axis.Dilation > 1)
        {
            yield return Fix.Advice("a smaller dilation");
        }

        long padding = axis.Before.Count + (axis.Extent - padded + 1) / 2;
        bool isFree = axis.Before.Argument is null or "Padding" && axis.After.Argument == axis.Before.Argument;
        if (isFree && padding <= axis.MostPadding && padding < padded)
        {
            yield return fixes.Set("Padding", (int)padding);
        }

        if (order is not null)
        {
            yield return order.Translated with { Text = $"{order.Translated.Text} if PyTorch's order of numbers is meant" };
        }
    }

    /// <summary>The padded input is what a kernel addresses.</summary>
    private static bool IsAddressable(LayerContext layer, WindowOptions window, Shape input)
    {
        long length = Size.Product(
            input.Channels, Size.Add(input.Height, window.Vertical.Padding), Size.Add(input.Width, window.Horizontal.Padding));
        if (length <= Size.Limit)
        {
            return true;
        }

        layer.Problems.Error(DiagnosticIds.TooLarge, null, $"the padded input of this {layer.Kind}", Size.Text(Size.Limit));
        return false;
    }

    private static int Outputs(AxisOptions axis, int size, Rounding rounding)
    {
        long room = size + axis.Padding - axis.Extent;
        long steps = room / axis.Stride;
        bool oneMore = rounding == Rounding.Ceil
            && room % axis.Stride != 0
            && (steps + 1) * axis.Stride < size + axis.Before.Count;
        return (int)(oneMore ? steps + 2 : steps + 1);
    }

    private static Window ToWindow(AxisOptions axis) =>
        new(axis.Kernel, axis.Stride, axis.Dilation, (int)axis.Before.Count, (int)axis.After.Count);
}
