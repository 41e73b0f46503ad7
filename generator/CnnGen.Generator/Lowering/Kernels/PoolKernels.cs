using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>The windows of a pool along one axis and where they lie inside the input.</summary>
/// <param name="Window">All windows; null: output i covers input ⌊i·Input/Output⌋ to ⌈(i + 1)·Input/Output⌉ (excluded).</param>
internal readonly record struct PoolAxis(Window? Window, int Input, int Output)
{
    /// <summary>The first window that does not begin in the padding.</summary>
    public int InteriorBegin => Window is { } w ? Math.Min(Output, (w.PadBefore + w.Stride - 1) / w.Stride) : 0;

    /// <summary>The end of the windows that end inside the input; none where windows differ.</summary>
    public int InteriorEnd
    {
        get
        {
            int room = Window is { } w ? Input + w.PadBefore - w.Extent : -1;
            return room < 0 ? 0 : Math.Min(Output, room / Window!.Value.Stride + 1);
        }
    }

    public bool IsInterior => InteriorBegin == 0 && InteriorEnd == Output;

    /// <summary>Every input element lies in exactly one window.</summary>
    public bool IsPartition => IsInterior && Window is { Dilation: 1 } w && w.Stride == w.Kernel && Output * w.Stride == Input;

    /// <summary>No window has more taps.</summary>
    public int MostTaps => Window?.Kernel ?? Math.Min(Input, (Input - 1) / Output + 2);

    /// <summary>Inputs from one tap to the next.</summary>
    public int Step => Window?.Dilation ?? 1;

    public override string ToString() => Window is { } w ? $"{w.Kernel}" : $"{Input}to{Output}";
}

/// <summary>The largest, smallest or mean element of each window.</summary>
internal sealed record PoolKernel(
    PoolKind Kind, Layout X, Layout Y, PoolAxis Rows, PoolAxis Columns, bool CountIncludePad, Activation? Activation) : Kernel
{
    public override string Name => $"{Label}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        $"{Kind} of {Rows}×{Columns} windows, {X} to {Y}{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];

    /// <summary><c>MaxPool3x3S2</c>, or <c>AdaptiveMaxPool7to3x8to5</c>.</summary>
    public string Label => Rows.Window is { } window
        ? $"{Kind}Pool{Rows}x{Columns}S{window.Stride}"
        : $"Adaptive{Kind}Pool{Rows}x{Columns}";
}

/// <summary>The gradient of a pool; dx is written as a whole.</summary>
internal sealed record PoolGradientKernel(PoolKernel Pool, Layout Dx, Layout Dy, Ties Ties) : Kernel
{
    public override string Name => $"{Pool.Label}Gradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradient of the {Pool.Kind.ToString().ToLowerInvariant()} of {Pool.Rows}×{Pool.Columns} windows, {Dy} to {Dx}.";

    public override IReadOnlyList<string> Operands => Pool.Kind == PoolKind.Average ? ["dy", "dx"] : ["x", "y", "dy", "dx"];
}
