using System.Globalization;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Windows;

/// <summary>A number of padding elements and the argument that sets it, if one does.</summary>
internal readonly record struct PaddingArgument(long Count, string? Argument, bool IsSame);

/// <summary>A window along one axis as written, before the input's size is known.</summary>
/// <param name="IsPool">Whether it follows the rules of pools.</param>
/// <param name="KernelArgument">The argument that sets the kernel: <c>kernel</c> or the axis's own.</param>
/// <param name="StrideArgument">Likewise; null where none is written.</param>
internal sealed record AxisOptions(
    Axis Axis,
    bool IsPool,
    int Kernel,
    string KernelArgument,
    int Stride,
    string? StrideArgument,
    int Dilation,
    PaddingArgument Before,
    PaddingArgument After)
{
    /// <summary>Input elements from the first to the last tap.</summary>
    public long Extent => (long)Dilation * (Kernel - 1) + 1;

    public long Padding => Before.Count + After.Count;

    /// <summary>The most padding on one side: half a pool's kernel as in PyTorch; else what leaves each window some input.</summary>
    public long MostPadding => IsPool ? Kernel / 2 : Extent - 1;

    /// <summary><c>3</c>, or <c>3 with dilation 2</c>.</summary>
    public string KernelText => Dilation == 1 ? Text(Kernel) : $"{Text(Kernel)} with dilation {Text(Dilation)}";

    /// <summary>
    /// Real input elements after the last window that its stride leaves unread although no gap between windows is as long:
    /// with r = (input + padding − extent) mod stride, r − after if that is more than stride − extent, else 0.
    /// </summary>
    public long Unread(long input)
    {
        long unread = Math.Max(0, Remainder(input) - After.Count);
        return unread > Math.Max(0, Stride - Extent) ? unread : 0;
    }

    public long Remainder(long input) => (input + Padding - Extent) % Stride;

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A window along both axes as written.</summary>
/// <param name="Rounding">What becomes of rows that the last stride does not reach.</param>
internal sealed record WindowOptions(AxisOptions Vertical, AxisOptions Horizontal, Rounding Rounding)
{
    public AxisOptions[] Axes => [Vertical, Horizontal];
}
