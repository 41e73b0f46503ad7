using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Attributes;

/// <summary>The arguments of a sliding window: for both axes, for one axis, for one side.</summary>
internal static class WindowReader
{
    /// <summary>The value of <c>Pad.Same</c>.</summary>
    public const int Same = int.MinValue + 1;

    /// <summary>The argument that sets the kernel for both axes.</summary>
    public const string Kernel = "kernel";

    /// <param name="layer">The layer.</param>
    /// <param name="isPool">Whether an unwritten stride is the kernel rather than 1.</param>
    /// <param name="kernelSize">The argument that sets the kernel for both axes.</param>
    public static WindowOptions Read(LayerReader layer, bool isPool, string kernelSize = Kernel)
    {
        RejectContradictions(layer, kernelSize);
        return new(ReadAxis(layer, Axis.Vertical, isPool, kernelSize), ReadAxis(layer, Axis.Horizontal, isPool, kernelSize), layer.Rounding);
    }

    private static AxisOptions ReadAxis(LayerReader layer, Axis axis, bool isPool, string kernelSize)
    {
        string kernelArgument = layer.Written("Kernel" + axis.Name, Kernel + axis.Name, kernelSize) ?? MissingKernel(layer, axis);
        int kernel = layer.AtLeast(1, kernelArgument, fallback: 1);
        string? strideArgument = layer.Written("Stride" + axis.Name, "Stride");
        int stride = strideArgument is null ? (isPool ? kernel : 1) : layer.AtLeast(1, strideArgument, fallback: 1);
        string? dilationArgument = layer.Written("Dilation" + axis.Name, "Dilation");
        int dilation = dilationArgument is null ? 1 : layer.AtLeast(1, dilationArgument, fallback: 1);
        long total = (long)dilation * (kernel - 1);
        var arguments = new AxisOptions(
            axis, isPool, kernel, kernelArgument, stride, strideArgument, dilation,
            ReadPadding(layer, axis, axis.Before, total / 2),
            ReadPadding(layer, axis, axis.After, total - total / 2));
        RejectSameWithStride(layer, arguments);
        return arguments;
    }

    private static string MissingKernel(LayerReader layer, Axis axis)
    {
        string argument = "Kernel" + axis.Name;
        if (layer.Written("KernelHeight", "KernelWidth") is { } other)
        {
            layer.Problems.OutOfRange(argument, $"written beside {other}", "missing");
        }
        else
        {
            layer.Problems.OutOfRange(Kernel, "written, or KernelHeight and KernelWidth,", "missing");
        }

        return argument;
    }

    private static PaddingArgument ReadPadding(LayerReader layer, Axis axis, string side, long same)
    {
        if (layer.Written(side, "Padding" + axis.Name, "Padding") is not { } argument)
        {
            return new(0, null, IsSame: false);
        }

        int value = layer.Spec.Get(argument, 0);
        if (value == Same && argument != side)
        {
            return new(same, argument, IsSame: true);
        }

        if (value < 0)
        {
            string expected = argument == side ? "at least 0" : "at least 0, or Pad.Same,";
            layer.Problems.OutOfRange(argument, expected, value == Same ? "Pad.Same" : AxisOptions.Text(value));
        }

        return new(Math.Max(0, value), argument, IsSame: false);
    }

    private static void RejectContradictions(LayerReader layer, string kernelSize)
    {
        Reject(kernelSize, "KernelHeight", "KernelWidth");
        Reject("kernelHeight", "KernelHeight");
        Reject("kernelWidth", "KernelWidth");
        Reject("Stride", "StrideHeight", "StrideWidth");
        Reject("Dilation", "DilationHeight", "DilationWidth");
        if (!Reject("Padding", "PaddingHeight", "PaddingWidth", "PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"))
        {
            Reject("PaddingHeight", "PaddingTop", "PaddingBottom");
            Reject("PaddingWidth", "PaddingLeft", "PaddingRight");
        }

        bool Reject(string general, params string[] specific)
        {
            if (!layer.Spec.Has(general) || layer.Written(specific) is not { } argument)
            {
                return false;
            }

            var fixes = new FixFinder(layer.Layer, DiagnosticIds.Contradiction, argument);
            layer.Problems.Error(
                DiagnosticIds.Contradiction, argument, new[] { argument, general }.Select(other => fixes.Set("", (other, null))), argument,
                general);
            return true;
        }
    }

    private static void RejectSameWithStride(LayerReader layer, AxisOptions axis)
    {
        if (axis.Before.IsSame && axis.Stride > 1)
        {
            string padding = axis.Before.Argument!;
            var fixes = new FixFinder(layer.Layer, DiagnosticIds.SameWithStride, padding);
            int number = Size.Clamp((axis.Extent - 1) / 2);
            Fix[] ways =
            [
                fixes.Set("use Stride = 1", (axis.StrideArgument ?? "Stride", 1)),
                fixes.Set($"give the padding as a number, for example {padding} = {AxisOptions.Text(number)}", (padding, number)),
            ];
            layer.Problems.Error(
                DiagnosticIds.SameWithStride, padding, ways, axis.Axis.Size, AxisOptions.Text(axis.Stride), Fix.Join(ways));
        }
    }
}
